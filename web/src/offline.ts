// The page keeps a copy of itself for when there is no network. The widget does not: it is a guest on its host's origin.
import { scriptAddress } from "./trusted.ts";

/** Once the page is idle, so that the copy does not compete with the first answer. */
export function workOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const register = (): void => {
    // Without it the page works as well, only not offline: private windows and old browsers may refuse.
    navigator.serviceWorker.register(scriptAddress("./offline.js")).catch(() => undefined);
  };
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register, { once: true });
}
