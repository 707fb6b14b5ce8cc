// Reads an iCalendar file as strictly as RFC 5545 writes it, for tests: what the page hands out must satisfy the pickiest reader.
export interface Component {
  name: string;
  properties: { name: string; value: string }[];
  parts: Component[];
}

const octets = (text: string): number => new TextEncoder().encode(text).length;

/** The VCALENDAR of a file; throws on the first thing the standard does not allow. */
export function parseCalendar(text: string): Component {
  if (!text.endsWith("\r\n")) throw new Error("the last line does not end in CRLF");
  const physical = text.slice(0, -2).split("\r\n");
  const lines: string[] = [];
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`a bare line break in ${JSON.stringify(line)}`);
    if (octets(line) > 75) throw new Error(`${octets(line)} octets: ${line}`);
    if (line === "") throw new Error("an empty line");
    if (line.startsWith(" ")) lines.push((lines.pop() ?? "") + line.slice(1));
    else lines.push(line);
  }
  const open: Component[] = [];
  let root: Component | undefined;
  for (const line of lines) {
    if (root) throw new Error(`after the end: ${line}`);
    const match = /^([A-Z-]+)((?:;[^:;]+)*):(.*)$/.exec(line);
    const [, name = "", , value = ""] = match ?? [];
    if (!match) throw new Error(`not a property: ${line}`);
    if (/\p{Cc}/u.test(value)) throw new Error(`a control character in ${name}`);
    if (name === "BEGIN") open.push({ name: value, properties: [], parts: [] });
    else if (name === "END") {
      const done = open.pop();
      if (done?.name !== value) throw new Error(`END:${value} ends ${done?.name ?? "nothing"}`);
      const outer = open.at(-1);
      if (outer) outer.parts.push(done);
      else root = done;
    } else open.at(-1)?.properties.push({ name, value });
  }
  if (root?.name !== "VCALENDAR") throw new Error("no calendar");
  return root;
}

/** The one value of a property that must be there once. */
export function valueOf(component: Component, name: string): string {
  const [first, ...rest] = component.properties.filter((property) => property.name === name);
  if (!first || rest.length > 0) throw new Error(`${component.name} has ${rest.length + (first ? 1 : 0)} ${name}`);
  return first.value;
}

/** The text of a value of type TEXT. */
export function textOf(component: Component, name: string): string {
  const value = valueOf(component, name);
  if (/(?<!\\)(?:\\\\)*[;,]/.test(value)) throw new Error(`a bare separator in ${name}: ${value}`);
  if (/\\(?![\\;,nN])/.test(value.replace(/\\\\/g, ""))) throw new Error(`an unknown escape in ${name}: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? "\n" : sign));
}
