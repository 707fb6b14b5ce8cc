// dist/widget.js: makes <support-calculator> known to the page.
import { define } from "./element.ts";
import "./element-entry.ts";

define();
