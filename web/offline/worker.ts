// The service worker of the page: keeps what the page is made of, so that it works without a network after the first
// visit. What is online comes from the network; the copy is for when there is none.
export {}; // a module, so that its names are its own

declare const self: ServiceWorkerGlobalScope;

// Put in by the build (web/build/offline.ts).
declare const __RELEASE__: string;
declare const __FILES__: readonly string[];

const prefix = "supportcalc-";
const name = `${prefix}${__RELEASE__}`;

// Such a name stands for one content for ever.
const hashed = /\/assets\/[^/]+-[\w-]{8}\.\w+$/;

async function keep(): Promise<void> {
  const cache = await caches.open(name);
  await cache.addAll(__FILES__.map((file) => new Request(file, { cache: hashed.test(file) ? "default" : "no-cache" })));
}

// Pages of the release before may still be open and load parts of it; older ones are gone.
async function dropOld(): Promise<void> {
  const names = (await caches.keys()).filter((other) => other.startsWith(prefix) && other !== name);
  await Promise.all(names.slice(0, -1).map((other) => caches.delete(other)));
  await self.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const lasting = hashed.test(new URL(request.url).pathname);
  const kept = await (lasting ? caches : await caches.open(name)).match(request, { ignoreVary: true });
  if (kept && lasting) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("install", (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOld());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(self.registration.scope)) event.respondWith(answer(request));
});
