// The heavy part of the widget: what draws, and where it gets its files. An entry (widget-entry.ts, element-entry.ts) imports it when a
// calculator is wanted, and says which files there are, by their hashes.
import { Calculator, type Surroundings } from "./calculator.ts";
import { Engine, engine } from "../files/engine.ts";
import { checkPartsBy, importPart } from "../files/import-part.ts";
import { PolicyFolder, type PolicyFiles } from "../files/policy-files.ts";
import { keepNothing } from "../state/remembered.ts";
import { compiled } from "../files/responses.ts";
import type { Draw, SupportCalculator } from "./element.ts";
import type { Terms } from "./own-policy.ts";
import type { Release } from "./release.ts";
import moduleUrl from "#module?url";

export function start(release: Release): Draw {
  keepNothing();
  checkPartsBy((part) => release.checkScript(part));
  engine.module = () => release.fetch(new URL(moduleUrl, import.meta.url)).then(compiled);

  const shipped = new PolicyFolder(new URL("policies/", release.base), (url) => release.fetch(url));
  // Several elements with the same policy share it.
  const own = new Map<string, PolicyFiles>();

  // Most hosts show a shipped policy.
  const ownPart = (): Promise<typeof import("./own-policy.ts")> => importPart("own-policy", () => import("./own-policy.ts"));
  const checking = new Engine(async () => (await ownPart()).createModule);
  checking.module = async () => compiled(await release.fetch((await ownPart()).moduleUrl));

  const loadedLater = (address: string, terms: Terms): PolicyFiles => {
    let files: Promise<PolicyFiles> | null = null;
    const load = (): Promise<PolicyFiles> => {
      files ??= ownPart().then(({ OwnPolicy }) => new OwnPolicy(checking, address, terms, shipped));
      files.catch(() => {
        files = null;
      });
      return files;
    };
    return { engine: checking, policies: async () => (await load()).policies(), text: async (name) => (await load()).text(name) };
  };

  const surroundings: Surroundings = {
    page: new URL("./", release.base).href,
    embedded: true,
    isOwn: ({ policySrc }) => policySrc !== null,
    files({ policySrc, policyOrigin, policyIntegrity }: SupportCalculator): PolicyFiles {
      if (policySrc === null) return shipped;
      const key = JSON.stringify([policySrc, policyOrigin, policyIntegrity, document.baseURI]);
      const files = own.get(key) ?? loadedLater(policySrc, { origins: policyOrigin, integrity: policyIntegrity });
      own.set(key, files);
      return files;
    },
  };
  return (element) => new Calculator(element, surroundings);
}
