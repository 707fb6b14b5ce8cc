// The revisions of a policy, to look at another than the one in force.
import { formatDate } from "../words/format.ts";
import type { View } from "./view.ts";
import type { Content } from "../words/words.ts";
import { act, select } from "./form.ts";

export function revisionSelect(view: View): Content {
  const { model } = view;
  const revisions = [...(view.shown.entry?.revisions ?? [])].reverse();
  const items = revisions.map(({ revision, status, in_force_from }) => {
    const from = in_force_from === null || status === "draft" ? "" : `, ${view.say("sources.from", { date: formatDate(view.catalog, in_force_from) })}`;
    return { id: revision, label: `${revision} (${view.word("policy-status", status)}${from})` };
  });
  return select("revision", view.say("form.revision"), items, view.entries.revision ?? view.shown.revision?.revision ?? "", (value) => {
    act(
      model.edit((state) => {
        state.revision = value;
      }),
    );
  });
}
