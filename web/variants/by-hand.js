import { SupportCalculator } from "../element.js";

class OurCalculator extends SupportCalculator {}

customElements.define("our-calculator", OurCalculator);
document.addEventListener("support-calculator-ready", ({ target, detail }) => {
  target.dataset.link = detail.link;
});
