import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import { cacheOf, commonHeaders, policyOf } from "../../tools/csp.mjs";

const csp = "content-security-policy";

// Rules of such files add up, so no two that match one file set the same header. A policy counts for pages only.
function headersFile(pages: readonly string[], policy: (page: string) => string): string {
  const rule = (address: string, headers: Record<string, string>): string =>
    `${address}\n${Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`).join("")}`;
  const rules = [rule("/*", commonHeaders), rule("/assets/*", { "cache-control": cacheOf("-12345678.js") })];
  for (const page of pages) {
    rules.push(rule(page, { [csp]: policy(page) }));
    if (page.endsWith("/index.html")) rules.push(rule(page.slice(0, -"index.html".length), { [csp]: policy(page) }));
  }
  return rules.join("\n");
}

function nginxFile(policy: (page: string) => string): string {
  const always = Object.entries({ ...commonHeaders, [csp]: "$supportcalc_policy", "cache-control": "$supportcalc_cache", vary: "accept-encoding" });
  return `# An example for nginx 1.21 or later (its mime.types knows application/wasm). Put it where the files of the "http" block are.
map $uri $supportcalc_policy {
  default "${policy("/index.html")}";
  ~^/variants/ "${policy("/variants/index.html")}";
}

map $uri $supportcalc_cache {
  default "${cacheOf("/index.html")}";
  # Names with a hash of their content never change.
  "~-[\\w-]{8}\\.\\w+$" "${cacheOf("-12345678.js")}";
}

server {
  listen 443 ssl;
  server_name calculator.example;
  # ssl_certificate and ssl_certificate_key

  root /srv/supportcalc/dist;
  # brotli_static on;  # with the module ngx_brotli: sends the .br files beside
  gzip on;
  gzip_types application/javascript application/json application/wasm image/svg+xml text/css text/javascript;

${always.map(([name, value]) => `  add_header ${name} "${value}" always;\n`).join("")}}
`;
}

/** What whoever serves the folder needs: headers for hosts that read a _headers file, an example for nginx, checksums. */
export function deployment(): Plugin {
  let folder = "";
  return {
    name: "supportcalc-deployment",
    apply: "build",
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle: {
      sequential: true,
      handler() {
        const names = readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
          .filter((name) => !["SHA256SUMS", "_headers", "nginx.conf"].includes(name));
        const write = (name: string, text: string): void => {
          writeFileSync(path.join(folder, name), text);
          names.push(name);
        };
        const policy = (page: string): string => policyOf(page, readFileSync(path.join(folder, page), "utf8"));
        write("_headers", headersFile(names.filter((name) => name.endsWith(".html")).sort().map((name) => `/${name}`), policy));
        write("nginx.conf", nginxFile(policy));
        const sum = (name: string): string => createHash("sha256").update(readFileSync(path.join(folder, name))).digest("hex");
        writeFileSync(path.join(folder, "SHA256SUMS"), names.sort().map((name) => `${sum(name)}  ${name}\n`).join(""));
      },
    },
  };
}
