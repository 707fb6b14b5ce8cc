// The parts of a policy document the page reads for its words; the core reads all of it for its meaning. So nothing is here that says
// for whom, when or under what something holds: results name the rows that do, and tests/layering holds it so.
// The format is described in docs/policy-format.md.
import type { Amount, Cite as BareCite, Commitment, TargetKind, Verdict } from "#wasm";

export type Text = string | { en: string; [language: string]: string };
export type PolicyStatus = "published" | "draft" | "superseded";

/** What a document leaves out of it, results fill in. */
export interface Cite extends Pick<BareCite, "source">, Partial<Omit<BareCite, "source">> {
  note?: Text;
}

export interface Source {
  id: string;
  title: string;
  url?: string;
  repository?: string;
  path?: string;
  commit?: string;
  date?: string;
  note?: Text;
}

export interface Option {
  id: string;
  label: Text;
  note?: Text;
  why?: Text;
  choices?: { id: string; label: Text }[];
  /** Instead of choices or an integer. */
  type?: "time-zone" | "calendar" | "window";
  integer?: { min: number; max: number; unit: string };
  default?: string | number;
  cite?: Cite;
}

export interface Assumption {
  id: string;
  label?: Text;
  type: "time-zone" | "calendar" | "window" | "hours";
  default: string;
  choices?: string[];
  why: Text;
  cite?: Cite;
}

export interface Choice {
  assumption?: string;
  option?: string;
  cases?: Record<string, string | { assumption: string }>;
  otherwise?: string | { assumption: string };
}

export interface Hours {
  id: string;
  label: Text;
  always?: boolean;
  holidays?: string | Choice | (string | Choice)[];
  extra_holidays?: { id: string; name?: Text }[];
  windows?: { days: string[]; open?: string; close?: string; close_day?: string }[];
  openings?: { date?: string; rule?: { id: string; name?: Text }; days?: string[]; open?: string; close?: string; note?: Text }[];
  cite?: Cite;
}

export interface Plan {
  id: string;
  label: Text;
  description?: Text;
  support?: "full" | "community" | "none";
  deployment?: "saas" | "self-hosted" | "managed";
  also_known_as?: string[];
  /** A value is one of the words of `Availability`, or a text. */
  features?: { id: string; label: Text; value?: Text; quantity?: Quantity; hours?: string; cite?: Cite }[];
  cite?: Cite;
}

export interface Quantity {
  value: number;
  unit: string;
  per?: string;
}

export interface LevelDefinition {
  description?: Text;
  cite?: Cite;
}

export interface Severity {
  id: string;
  label: Text;
  name?: Text;
  description?: Text;
  examples?: Text[];
  counter_examples?: Text[];
  follow_up?: Text;
  also_known_as?: string[];
  transitions?: { to: string; when: Text; automatic?: boolean; cite?: Cite }[];
  definitions?: LevelDefinition[];
  cite?: Cite;
}

export interface TargetRow {
  kind: TargetKind;
  commitment: Commitment;
  amount?: Amount;
  best_case?: Amount;
  bound?: "up-to" | "at-least" | "about";
  hours?: string | Choice;
  readings?: { id: string; label?: Text }[];
  ambiguity?: string;
  clock?: { starts?: string; pauses?: string | string[]; note?: Text };
  share?: { percent: number; per: string };
  word?: string;
  note?: Text;
  cite?: Cite;
}

export interface Contact {
  kind: string;
  address?: string;
  label?: Text;
}

export interface EscalationRow {
  id: string;
  label: Text;
  trigger?: Text;
  how?: Text;
  note?: Text;
  contacts?: Contact[];
  contact_all?: boolean;
  roles?: Text[];
  automatic?: boolean;
  best_case?: Amount;
  ambiguity?: string;
  readings?: { id: string; label?: Text }[];
  cite?: Cite;
}

export interface Channel {
  id: string;
  kind: string;
  label?: Text;
  address?: string;
  role?: string;
  address_status?: string;
  for?: string[];
  required_for?: string[];
  note?: Text;
  cite?: Cite;
}

export interface Topic {
  id: string;
  label: Text;
  verdict: Verdict;
  condition?: Text;
  example?: Text;
  instead?: Text;
  effort?: Text;
  note?: Text;
  cite?: Cite;
}

export interface Maturity {
  id: string;
  label: Text;
  verdict: Verdict;
  note?: Text;
  commitment?: Commitment;
  instead?: Text;
  cite?: Cite;
}

export interface Claim {
  within_days?: number;
  used_within_days?: number;
  to?: string;
  proof?: Text;
  cap?: Text;
  minimum?: Text;
  cash?: boolean;
  text?: Text;
  cite?: Cite;
}

export interface TicketItem {
  id: string;
  label: Text;
  required?: boolean;
  /** To be kept to rather than written down. */
  rule?: boolean;
  note?: Text;
  cite?: Cite;
}

export interface LifecycleRow {
  id: string;
  rule: "max-age" | "latest-count" | "major-overlap" | "text";
  effect?: "not-supported" | "limited";
  text?: Text;
  cite?: Cite;
}

export interface MaintenanceRow {
  id: string;
  text: Text;
  days?: string[];
  /** Of the month: the first to the fifth, -1 the last. Left out, every week. */
  nth?: number;
  open?: string;
  close?: string;
  time_zone?: string;
  notice?: Quantity;
  cap?: Quantity;
  typical_minutes?: number;
  /** A channel. */
  announced_on?: string;
  cite?: Cite;
}

export interface RemedyRow {
  id: string;
  kind: string;
  applies_to?: string[];
  per?: { value: number; unit: string };
  grants?: { value: number; unit: string };
  readings?: { id: string; label?: Text; blocks?: string; clock?: string }[];
  ambiguity?: string;
  text?: Text;
  /** Of plans: results say what is promised to one. */
  promise?: unknown;
  table?: { below?: string; from?: string; credit: string }[];
  misses?: { count: number; per: string };
  claim?: Claim;
  note?: Text;
  cite?: Cite;
}

export interface Ambiguity {
  id: string;
  text: Text;
  resolution?: Text;
  kind: "gap" | "conflict" | "change" | "wording";
  touches?: string[];
  cite?: Cite;
}

export interface Fact {
  id: string;
  topic: string;
  text: Text;
  quantity?: Quantity;
  cite?: Cite;
}

export interface Policy {
  id: string;
  revision: string;
  title: Text;
  vendor: { name: string; url?: string };
  status: PolicyStatus;
  read_on?: string;
  sources: Source[];
  yields_to?: { text: Text; cite?: Cite };
  options?: Option[];
  assumptions?: Assumption[];
  hours?: Hours[];
  plans: Plan[];
  severities?: Severity[];
  /** What a description that leaves a facet out is taken to say. */
  presumed?: Record<string, { value: string; cite?: Cite }>;
  questions?: { id: string; label: Text; values: { id: string; label: Text }[] }[];
  severity_setting?: { set_by?: Text; may_change?: Text; cite?: Cite };
  targets?: TargetRow[];
  escalation?: { status: "stated" | "not-stated" | "none"; note?: Text; steps?: EscalationRow[]; cite?: Cite };
  channels?: Channel[];
  scope?: {
    topics?: Topic[];
    maturities?: Maturity[];
    beyond?: { verdict: Verdict; note?: Text; cite?: Cite };
    responsibilities?: { side: string; text: Text; cite?: Cite }[];
  };
  remedies?: RemedyRow[];
  remedies_status?: { status: string; cite?: Cite };
  ticket?: TicketItem[];
  lifecycle?: LifecycleRow[];
  maintenance?: MaintenanceRow[];
  facts?: Fact[];
  ambiguities?: Ambiguity[];
}

/** What the page shows of a holiday calendar. */
export interface CalendarDocument {
  name: Text;
  extends?: string;
  rules: { id: string; name: Text }[];
  read_on?: string;
  note?: Text;
  sources?: { id: string; title: string; url?: string }[];
}
