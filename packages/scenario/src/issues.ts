import { findConnectionIssues } from './connection-issues.ts';
import { findEventIssues } from './event-issues.ts';
import type { ScenarioDocument } from './document.ts';
import { isAction, triggerNodes } from './graph.ts';
import type { ScenarioIssue } from './issue.ts';
import { describeNode } from './node-kinds.ts';
import type { ScenarioNode } from './node.ts';
import type { SettingsIssue } from './node-kind.ts';

const findWholeIssues = (document: ScenarioDocument): ScenarioIssue[] => {
  const issue = (code: string, message: string): ScenarioIssue => ({
    code,
    severity: 'error',
    nodeId: null,
    field: null,
    message,
  });
  const issues: ScenarioIssue[] = [];
  if (triggerNodes(document).length === 0)
    issues.push(issue('no_trigger', 'Nothing starts this scenario: add a trigger, for example Now'));
  if (!document.nodes.some(isAction))
    issues.push(issue('no_message', 'Nothing is sent or done: add an SMS node or another action'));
  return issues;
};

// Compiling the templates of a big scenario takes most of a second, and an edit changes one node: settings are never
// changed in place, so what was said of them stays true.
const known = new WeakMap<ScenarioNode['settings'], readonly SettingsIssue[]>();

/** What is wrong with the settings of a node. Known from then on: who asks node by node finds the issues of the whole soon after. */
export const findSettingsIssues = (node: ScenarioNode): readonly SettingsIssue[] => {
  const found = known.get(node.settings) ?? describeNode(node).issues;
  known.set(node.settings, found);
  return found;
};

/**
 * Every problem of a document, whole-scenario ones first, then by node: its connections, then its settings. Without an
 * error among them it can start, as far as the document shows.
 */
export const findIssues = (document: ScenarioDocument): ScenarioIssue[] => {
  const connectionIssues = Map.groupBy(findConnectionIssues(document), (issue) => issue.nodeId);
  const eventIssues = Map.groupBy(findEventIssues(document), (issue) => issue.nodeId);
  return [
    ...findWholeIssues(document),
    ...document.nodes.flatMap((node): ScenarioIssue[] => [
      ...(connectionIssues.get(node.id) ?? []),
      ...findSettingsIssues(node).map((issue) => ({ ...issue, nodeId: node.id })),
      ...(eventIssues.get(node.id) ?? []),
    ]),
  ];
};
