import type { NodeKindDescription, NodeOutput, SettingsIssue } from './node-kind.ts';
import type { NodeKind, NodeOf, ScenarioNode } from './node.ts';
import { now } from './nodes/now.ts';
import { sms } from './nodes/sms.ts';

/** Every node kind; a kind that is missing here does not compile. */
export const nodeKinds: { readonly [K in NodeKind]: NodeKindDescription<K, NodeOf<K>['settings']> } = { now, sms };

/** The description of a node's own kind, applied to its settings. */
export const describeNode = (
  node: ScenarioNode,
): { outputs: readonly NodeOutput[]; summary: string; issues: readonly SettingsIssue[] } => {
  const of = <K extends string, S>(kind: NodeKindDescription<K, S>, settings: S) => ({
    outputs: kind.outputs(settings),
    summary: kind.summary(settings),
    issues: kind.issues(settings),
  });
  switch (node.kind) {
    case 'now':
      return of(nodeKinds.now, node.settings);
    case 'sms':
      return of(nodeKinds.sms, node.settings);
  }
};
