// The policies of the project's own page, which lie beside it. A widget has them from where it came from (widget/app.ts).
import { take } from "./asked.ts";
import { PolicyFolder } from "./policy-files.ts";

export const shipped = new PolicyFolder(new URL("policies/", document.baseURI));

const early = take("first");
if (early) void shipped.hold(new URL(early.name, document.baseURI), early.text);
