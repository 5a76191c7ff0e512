import {
  describeNode,
  type NodeKind,
  nodeKinds,
  refuseConnection,
  type ScenarioDocument,
  type ScenarioNode,
} from '@curlew/scenario';
import type { CanvasActions } from '../state/canvas-actions.ts';
import type { Choosing } from '../state/session-store.ts';

/** Something that can be chosen. */
export interface Choice {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** Small print that is searched too. */
  readonly hint: string;
  readonly isNew: boolean;
  readonly choose: (actions: CanvasActions) => void;
}

interface Choices {
  readonly title: string;
  readonly description: string;
  readonly choices: readonly Choice[];
}

const kinds = Object.values(nodeKinds);

interface NewOnes {
  readonly withTriggers: boolean;
  /** Before the title, where there are nodes of the same name to choose from. */
  readonly prefix: string;
}

const newOnes = (
  choose: (actions: CanvasActions, kind: NodeKind) => void,
  { withTriggers, prefix }: NewOnes,
): Choice[] =>
  kinds
    .filter(({ hasInput }) => withTriggers || hasInput)
    .map(({ kind, title, hint }) => ({
      id: `new ${kind}`,
      kind,
      label: `${prefix}${title}`,
      hint,
      isNew: true,
      choose: (actions) => choose(actions, kind),
    }));

const nameOf = (node: ScenarioNode | undefined): string =>
  node ? node.name || nodeKinds[node.kind].title : '';

const connectChoices = (
  document: ScenarioDocument,
  { source, output }: Extract<Choosing, { to: 'connect' }>,
): Choices => {
  const from = document.nodes.find(({ id }) => id === source);
  const label = from ? (describeNode(from).outputs.find(({ id }) => id === output)?.label ?? '') : '';
  const targets = document.nodes.filter(
    ({ id }) => !refuseConnection(document, { source, output, target: id }),
  );
  return {
    title: `Connect ${nameOf(from)}${label && `, ${label},`} to`,
    description: 'Customers go on from here to what you choose.',
    choices: [
      ...targets.map((node) => ({
        id: node.id,
        kind: node.kind,
        label: nameOf(node),
        hint: describeNode(node).summary,
        isNew: false,
        choose: (actions: CanvasActions) => actions.connect({ source, output, target: node.id }),
      })),
      ...newOnes((actions, kind) => void actions.add({ kind, afterId: source, output }), {
        withTriggers: false,
        prefix: 'New ',
      }),
    ],
  };
};

/** What there is to choose from, and under which heading. */
export const choicesOf = (document: ScenarioDocument, choosing: Choosing): Choices => {
  switch (choosing.to) {
    case 'connect':
      return connectChoices(document, choosing);
    case 'insert':
      return {
        title: 'Put a node in between',
        description: 'Customers go through it to where they went before.',
        choices: newOnes((actions, kind) => actions.insert(choosing.edgeId, kind), {
          withTriggers: false,
          prefix: '',
        }),
      };
    case 'add': {
      const after = nameOf(document.nodes.find(({ id }) => id === choosing.afterId));
      return {
        title: after === '' ? 'Add a node' : `Add a node after ${after}`,
        description:
          after === '' ? 'It is put where you are looking.' : 'It is connected where an output is free.',
        choices: newOnes((actions, kind) => void actions.add({ kind, afterId: choosing.afterId }), {
          withTriggers: true,
          prefix: '',
        }),
      };
    }
  }
};

/** Those whose name or small print contain every word that was typed. */
export const findChoices = (choices: readonly Choice[], text: string): readonly Choice[] => {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return choices;
  const found = choices.filter(({ label, hint }) => {
    const searched = `${label} ${hint}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
  // A name that is meant comes before small print that happens to have the word.
  const isNamed = ({ label }: Choice): boolean => words.every((word) => label.toLowerCase().includes(word));
  return [...found.filter(isNamed), ...found.filter((choice) => !isNamed(choice))];
};
