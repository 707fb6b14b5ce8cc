// dist/element.js: the class, for pages that register it themselves. Nothing happens in the page until they do.
import { SupportCalculator, define } from "./element.ts";
import { Release, type Manifest } from "./release.ts";

/** Put in by web/build/widget.ts. */
declare const MANIFEST: Manifest;

const here = import.meta.url;
const release = new Release(MANIFEST, new URL("./", here));
SupportCalculator.load = () => release.load();

export { SupportCalculator, define };
export type { ChangeDetail, CopyDetail, ErrorDetail } from "../components/events.ts";
