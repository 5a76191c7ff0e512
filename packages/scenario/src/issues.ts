import type { ScenarioDocument } from './document.ts';
import { edgesFrom, reachableFrom, triggerNodes } from './graph.ts';
import type { ScenarioNode } from './node.ts';
import { describeNode } from './node-kinds.ts';

/** A problem of a scenario: where it is and, in words, how to mend it. Errors forbid the start, warnings do not. */
export interface ScenarioIssue {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Null when the whole scenario is meant. */
  readonly nodeId: string | null;
  /** Dotted path inside the node's settings; null when the node itself is meant. */
  readonly field: string | null;
  readonly message: string;
}

const wholeIssues = (document: ScenarioDocument, triggers: readonly ScenarioNode[]): ScenarioIssue[] => {
  const issue = (code: string, message: string): ScenarioIssue => ({
    code,
    severity: 'error',
    nodeId: null,
    field: null,
    message,
  });
  const issues: ScenarioIssue[] = [];
  if (triggers.length === 0) issues.push(issue('no_trigger', 'Nothing starts this scenario: add a trigger, for example Now'));
  if (!document.nodes.some((node) => node.kind === 'sms')) {
    issues.push(issue('no_message', 'Nothing is sent: add an SMS node'));
  }
  return issues;
};

const connectionIssues = (
  document: ScenarioDocument,
  node: ScenarioNode,
  reachable: ReadonlySet<string>,
): ScenarioIssue[] => {
  const issue = (code: string, message: string): ScenarioIssue => ({
    code,
    severity: 'error',
    nodeId: node.id,
    field: null,
    message,
  });
  if (node.kind === 'now' && edgesFrom(document, node.id).length === 0) {
    return [issue('leads_nowhere', `“${node.name}” leads nowhere: connect it to the next node`)];
  }
  if (!reachable.has(node.id)) {
    return [issue('not_connected', `No customer can reach “${node.name}”: connect it or delete it`)];
  }
  return [];
};

const loopIssues = (document: ScenarioDocument): ScenarioIssue[] => {
  const inLoop = document.nodes.find((node) =>
    edgesFrom(document, node.id).some((edge) => reachableFrom(document, [edge.target]).has(node.id)),
  );
  if (!inLoop) return [];
  const message = `“${inLoop.name}” is in an endless loop: remove the connection that leads back`;
  return [{ code: 'endless_loop', severity: 'error', nodeId: inLoop.id, field: null, message }];
};

/** Every problem of a document, whole-scenario ones first, then by node. Empty: it can start. */
export const findIssues = (document: ScenarioDocument): ScenarioIssue[] => {
  const triggers = triggerNodes(document);
  const reachable = reachableFrom(
    document,
    triggers.map((node) => node.id),
  );
  return [
    ...wholeIssues(document, triggers),
    ...loopIssues(document),
    ...document.nodes.flatMap((node): ScenarioIssue[] => [
      ...connectionIssues(document, node, reachable),
      ...describeNode(node).issues.map((issue) => ({ ...issue, nodeId: node.id })),
    ]),
  ];
};
