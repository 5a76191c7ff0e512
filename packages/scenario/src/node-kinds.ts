import type { NodeKindDescription, NodeOutput, SettingsIssue } from './node-kind.ts';
import type { NodeKind, NodeOf, ScenarioNode } from './node.ts';
import { now } from './nodes/now.ts';
import { sms } from './nodes/sms.ts';

type SettingsOf = { readonly [K in NodeKind]: NodeOf<K>['settings'] };

/** Every node kind; a kind that is missing here does not compile. */
export const nodeKinds: { readonly [K in NodeKind]: NodeKindDescription<K, SettingsOf[K]> } = { now, sms };

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
