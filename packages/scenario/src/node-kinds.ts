import type { NodeKindDescription, NodeOutput, SettingsIssue } from './node-kind.ts';
import type { NodeKind, NodeOf, ScenarioNode } from './node.ts';
import { api } from './nodes/api.ts';
import { changeConsent } from './nodes/change-consent.ts';
import { condition } from './nodes/condition.ts';
import { dateAttribute } from './nodes/date-attribute.ts';
import { limit } from './nodes/limit.ts';
import { now } from './nodes/now.ts';
import { onDate } from './nodes/on-date.ts';
import { onEvent } from './nodes/on-event.ts';
import { repeat } from './nodes/repeat.ts';
import { setAttribute } from './nodes/set-attribute.ts';
import { silentHours } from './nodes/silent-hours.ts';
import { sms } from './nodes/sms.ts';
import { split } from './nodes/split.ts';
import { trackEvent } from './nodes/track-event.ts';
import { wait } from './nodes/wait.ts';
import { webhook } from './nodes/webhook.ts';

type SettingsOf = { readonly [K in NodeKind]: NodeOf<K>['settings'] };

/** Every node kind, in the order of a palette; a kind that is missing here does not compile. */
export const nodeKinds: { readonly [K in NodeKind]: NodeKindDescription<K, SettingsOf[K]> } = {
  now,
  on_date: onDate,
  repeat,
  on_event: onEvent,
  date_attribute: dateAttribute,
  api,
  condition,
  wait,
  silent_hours: silentHours,
  split,
  limit,
  sms,
  webhook,
  set_attribute: setAttribute,
  track_event: trackEvent,
  change_consent: changeConsent,
};

/** What can be said of one node. Each is worked out when it is read: issues compile templates, outputs cost nothing. */
export interface NodeDescription {
  readonly outputs: readonly NodeOutput[];
  readonly summary: string;
  readonly issues: readonly SettingsIssue[];
}

const describe = <K extends NodeKind>(kind: K, settings: SettingsOf[K]): NodeDescription => ({
  get outputs() {
    return nodeKinds[kind].outputs(settings);
  },
  get summary() {
    return nodeKinds[kind].summary(settings);
  },
  get issues() {
    return nodeKinds[kind].issues(settings);
  },
});

/** The description of a node's own kind, applied to its settings. */
export const describeNode = (node: ScenarioNode): NodeDescription => describe(node.kind, node.settings);
