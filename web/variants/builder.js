// Chooses attributes and colours, shows the calculator with them, and writes the lines to paste.
const field = (id) => document.getElementById(id);
const calculator = document.querySelector("support-calculator");
const { version, integrity } = document.body.dataset;
const base = new URL("../", location.href).href;
const standard = { light: "#0f5e66", dark: "#6fd0d6" };

const { policies } = await (await fetch("../policies/index.json")).json();
const words = (text) => (typeof text === "string" ? text : text.en);

function option(value, label) {
  const item = document.createElement("option");
  item.value = value;
  item.textContent = label;
  return item;
}

// WCAG 2: relative luminance and contrast.
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const textOn = (colour) => (contrast(colour, "#ffffff") >= contrast(colour, "#000000") ? "#ffffff" : "#000000");

function properties() {
  const [light, dark] = [field("light").value, field("dark").value];
  if (light === standard.light && dark === standard.dark) return [];
  const mixed = (colour, ground) => `color-mix(in oklab, ${colour} 14%, ${ground})`;
  return [
    ["--support-calculator-accent", `light-dark(${light}, ${dark})`],
    ["--support-calculator-accent-soft", `light-dark(${mixed(light, "#ffffff")}, ${mixed(dark, "#172024")})`],
    ["--support-calculator-on-accent", `light-dark(${textOn(light)}, ${textOn(dark)})`],
  ];
}

function snippet(attributes, colours) {
  const css = colours.length === 0 ? "" : `\n\n/* in a style sheet of yours */\nsupport-calculator {\n${colours.map(([name, value]) => `  ${name}: ${value};\n`).join("")}}`;
  const written = attributes.map(([name, value]) => ` ${name}="${value}"`).join("");
  return `<!-- supportcalc ${version} -->
<script
  type="module"
  src="${base}widget.js"
  integrity="${integrity}"
  crossorigin="anonymous"
></script>
<support-calculator${written}>
  A link to your support terms
</support-calculator>${css}`;
}

function choosePolicy() {
  const policy = policies.find(({ id }) => id === field("policy").value);
  const plans = policy?.revisions.at(-1).plans ?? [];
  field("plan").replaceChildren(option("", "Visitors choose"), ...plans.map(({ id, label }) => option(id, words(label))));
}

function draw() {
  const names = ["policy", "plan", "language", "view"];
  const attributes = names.map((name) => [name, field(name).value]).filter(([name, value]) => value !== "" && !(name === "view" && value === "full"));
  for (const name of names) calculator[name] = attributes.find(([found]) => found === name)?.[1] ?? null;
  const colours = properties();
  for (const name of ["accent", "accent-soft", "on-accent"]) calculator.style.removeProperty(`--support-calculator-${name}`);
  for (const [name, value] of colours) calculator.style.setProperty(name, value);
  const weak = contrast(field("light").value, "#ffffff") < 4.5 || contrast(field("dark").value, "#172024") < 4.5;
  field("contrast").textContent = weak ? "One of these colours is hard to read on its ground: WCAG asks for a contrast of 4.5 to 1." : "";
  field("code").textContent = snippet(attributes, colours);
  field("copied").textContent = "";
}

field("policy").append(option("", "Visitors choose"), ...policies.map(({ id, vendor }) => option(id, vendor)));
choosePolicy();
draw();
document.querySelector("form").addEventListener("input", ({ target }) => {
  if (target.id === "policy") choosePolicy();
  draw();
});
field("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(field("code").textContent);
    field("copied").textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(field("code")); // the clipboard may be forbidden: it can be copied by hand
  }
});
