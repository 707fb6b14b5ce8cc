// Requests for all vendors that reach every kind of answer: a due, a range, words instead of a figure, an unclear level,
// no levels, an option, an assumption, a topic, a maturity.
import type { TicketRequest } from "#wasm";

export interface Case {
  name: string;
  request: TicketRequest;
}

const zone = "Asia/Tokyo";
const friday = "2026-11-20T15:30:00Z";

export const cases: Case[] = [
  {
    name: "ZITADEL, one business hour over a weekend",
    request: { policy: "zitadel@2023-10-06", plan: "extended-sla", severity: "severity-1", submitted_at: friday, visitor_time_zone: zone },
  },
  {
    name: "ZITADEL, decided from answers",
    request: {
      policy: "zitadel@2023-10-06",
      plan: "extended-sla",
      impact: { request: "incident", environment: "production", availability: "down", core_function: "yes", workaround: "none", business_critical: "yes", affected: "all" },
      submitted_at: "2026-04-02T14:30:00Z",
      visitor_time_zone: zone,
    },
  },
  {
    name: "ZITADEL, best effort",
    request: { policy: "zitadel@2023-10-06", plan: "default", severity: "severity-1", submitted_at: friday, visitor_time_zone: zone },
  },
  {
    name: "ZITADEL, bespoke without the contract's figure",
    request: { policy: "zitadel@2023-10-06", plan: "custom", severity: "severity-1", submitted_at: friday, visitor_time_zone: zone },
  },
  {
    name: "ZITADEL, the contract's figure as an option",
    request: {
      policy: "zitadel@2023-10-06",
      plan: "custom",
      severity: "severity-1",
      options: { severity_1_minutes: 30, support_hours: "business" },
      submitted_at: friday,
      visitor_time_zone: zone,
    },
  },
  {
    name: "ControlPlane, business hours under an assumed holiday list",
    request: { policy: "controlplane-flux@2024-06-19", plan: "enterprise", severity: "level-1", submitted_at: "2026-12-24T16:00:00Z", visitor_time_zone: zone },
  },
  {
    name: "ControlPlane, another assumption",
    request: {
      policy: "controlplane-flux@2024-06-19",
      plan: "enterprise",
      severity: "level-4",
      assumptions: { time_zone: "Europe/Paris", holidays: "none" },
      submitted_at: "2026-12-24T16:00:00Z",
      visitor_time_zone: zone,
    },
  },
  {
    name: "Scalr, a business day nobody defines is a range",
    request: { policy: "scalr@undated", plan: "business", severity: "p3", submitted_at: friday, visitor_time_zone: zone },
  },
  {
    name: "Scalr, not offered",
    request: { policy: "scalr@undated", plan: "free", severity: "p0", submitted_at: friday, visitor_time_zone: zone },
  },
  {
    name: "Scalr, every level possible",
    request: { policy: "scalr@undated", plan: "business", submitted_at: friday, visitor_time_zone: zone },
  },
  {
    name: "Spacelift, day and night",
    request: { policy: "spacelift@2024-11-20", plan: "silver", severity: "severity-1", submitted_at: friday, visitor_time_zone: zone },
  },
  {
    name: "Spacelift, business hours over Thanksgiving",
    request: { policy: "spacelift@2024-11-20", plan: "gold", severity: "severity-3", submitted_at: "2026-11-25T22:00:00Z", visitor_time_zone: zone },
  },
  {
    name: "Spacelift, no levels at all",
    request: { policy: "spacelift@2022-07-06", plan: "cloud", maturity: "alpha", submitted_at: "2022-08-01T10:00:00Z", visitor_time_zone: zone },
  },
  {
    name: "Stakater, a range in business days",
    request: { policy: "stakater@2026-02-23", plan: "premium", severity: "p4", submitted_at: friday, visitor_time_zone: zone },
  },
  {
    name: "Stakater, other working hours",
    request: {
      policy: "stakater@2026-02-23",
      plan: "standard",
      severity: "p1",
      assumptions: { working_hours: "08:00-16:00", time_zone: "Europe/Stockholm" },
      submitted_at: friday,
      visitor_time_zone: zone,
    },
  },
];

/** The same as a link of the page. */
export function linkOf(request: TicketRequest): string {
  const link = new URLSearchParams({ policy: request.policy, plan: request.plan, at: request.submitted_at });
  if (request.severity !== undefined) link.set("severity", request.severity);
  if (request.topic !== undefined) link.set("topic", request.topic);
  if (request.maturity !== undefined) link.set("maturity", request.maturity);
  if (request.visitor_time_zone !== undefined) link.set("tz", request.visitor_time_zone);
  for (const [name, value] of Object.entries(request.impact ?? {})) link.set(`impact.${name}`, value);
  for (const [name, value] of Object.entries(request.options ?? {})) link.set(`option.${name}`, String(value));
  for (const [name, value] of Object.entries(request.assumptions ?? {})) link.set(`assume.${name}`, value);
  return link.toString();
}
