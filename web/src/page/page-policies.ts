// The policies of the project's own page, which lie beside it. A widget has them from where it came from (widget/start.ts).
import { take } from "../files/prefetched.ts";
import { PolicyFolder } from "../files/policy-files.ts";

export const shipped = new PolicyFolder(new URL("policies/", document.baseURI));

const early = take("first");
if (early) void shipped.hold(new URL(early.name, document.baseURI), early.text);
