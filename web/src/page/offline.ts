// The page keeps a copy of itself for when there is no network. The widget does not: it is a guest on its host's origin.
import { scriptAddress } from "../files/script-address.ts";

let asked = false;

/** To be called once there is something to read, so that the copy does not compete with the first answer. */
export function workOffline(): void {
  if (asked || !import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  asked = true;
  const register = (): void => {
    // Without it the page works as well, only not offline: private windows and old browsers may refuse.
    navigator.serviceWorker.register(scriptAddress("./offline.js")).catch(() => undefined);
  };
  if ("requestIdleCallback" in window) requestIdleCallback(register);
  else setTimeout(register);
}
