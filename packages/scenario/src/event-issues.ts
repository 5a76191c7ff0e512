import { compileTemplate, findVariables } from '@curlew/jinja';
import type { ScenarioDocument } from './document.ts';
import { reachableFrom, triggerNodes } from './graph.ts';
import type { ScenarioIssue } from './issue.ts';
import type { NodeOf } from './node.ts';

const readsEvent = (source: string): boolean => {
  // Most templates never name it, and compiling one is slow.
  if (!source.includes('event')) return false;
  const compiled = compileTemplate(source);
  return compiled.ok && findVariables(compiled.template).some(({ path }) => path[0] === 'event');
};

const findFields = ({ settings }: NodeOf<'sms'>): string[] => [
  ...(readsEvent(settings.sender) ? ['sender'] : []),
  ...settings.versions.flatMap(({ message }, index) =>
    readsEvent(message) ? [`versions.${index}.message`] : [],
  ),
];

// Settings are never changed in place, so what was found in them stays true.
const known = new WeakMap<NodeOf<'sms'>['settings'], readonly string[]>();

const fieldsOf = (node: NodeOf<'sms'>): readonly string[] => {
  const fields = known.get(node.settings) ?? findFields(node);
  known.set(node.settings, fields);
  return fields;
};

/** SMS nodes whose templates read the event though no On event trigger leads there: a warning at each such template. */
export const findEventIssues = (document: ScenarioDocument): ScenarioIssue[] => {
  const readers = document.nodes.flatMap((node) =>
    node.kind === 'sms' ? fieldsOf(node).map((field) => ({ node, field })) : [],
  );
  if (readers.length === 0 || triggerNodes(document).length === 0) return [];
  const triggers = document.nodes.filter(({ kind }) => kind === 'on_event').map(({ id }) => id);
  const reached = reachableFrom(document, triggers);
  return readers
    .filter(({ node }) => !reached.has(node.id))
    .map(({ node, field }) => ({
      code: 'event_unknown',
      severity: 'warning',
      nodeId: node.id,
      field,
      message:
        'The template reads the event, and no On event trigger leads here: start the scenario on an event, or leave it out',
    }));
};
