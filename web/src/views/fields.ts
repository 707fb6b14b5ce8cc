// Entries that both views have: a vendor, and what its contract settles.
import { html, nothing } from "lit/html.js";
import { chips, optionField, select, type OptionEntry } from "../components/form.ts";
import { typedOptionField } from "../components/contract-fields.ts";
import type { Library } from "../files/library.ts";
import type { Option } from "../files/policy.ts";
import type { Content, Words } from "../words/words.ts";

/** The vendors, behind a first choice that is none of them. */
export function vendorField(library: Library, label: string, none: string, chosen: string | null, pick: (id: string | null) => void): Content {
  const items = library.index.policies.map(({ id, vendor }) => ({ id, label: vendor }));
  return select("policy", label, [{ id: "", label: none }, ...items], chosen ?? "", (value) => {
    pick(value === "" ? null : value);
  });
}

/** The values of a contract; "" is picked where one is not known. */
export function optionFields(
  view: Words,
  options: readonly Option[],
  { library, zones, values, wrong, pick, pointOut }: Pick<OptionEntry, "wrong" | "pointOut"> & {
    library: Library;
    zones: readonly string[];
    values: ReadonlyMap<string, string>;
    pick: (option: Option, value: string) => void;
  },
): Content {
  const known = { zones, calendars: library.index.calendars.map(({ id }) => id) };
  const field = (option: Option): Content => {
    const own = (value: string): void => {
      pick(option, value);
    };
    return optionField(view, option, {
      value: values.get(option.id),
      wrong,
      hint: nothing,
      choices: select,
      typed: (value, hint) => typedOptionField(view, option, known, hint, value, own),
      pick: own,
      pointOut,
    });
  };
  return html`${options.map(field)}`;
}

export { chips, select };
