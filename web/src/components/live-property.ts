// A property that follows the state even where the visitor has changed it since: Lit compares with what it set last, this with
// what is there.
import { noChange } from "lit/html.js";
import { Directive, directive, type PropertyPart } from "lit/directive.js";

class Live extends Directive {
  private last: unknown;

  override render(value: unknown): unknown {
    return value;
  }

  override update({ element, name }: PropertyPart, [value]: [unknown]): unknown {
    const target = element as unknown as Record<string, unknown>;
    // What is being typed stays when others change, such as the minute.
    const typing = name === "value" && value === this.last && element.matches(":focus");
    if (!typing && target[name] !== value) target[name] = value;
    this.last = value;
    return noChange;
  }
}

/** For bindings of properties alone, `.value=${live(…)}`. */
export const live = directive(Live);
