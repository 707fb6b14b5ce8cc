// dist/widget.js: makes <support-calculator> known to the page.
import { define } from "./element.ts";
import "./entry.ts";

define();
