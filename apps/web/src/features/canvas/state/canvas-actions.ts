import {
  addNode,
  type Connection,
  describeRefusal,
  type NodeKind,
  nodeKinds,
  refuseConnection,
  type ScenarioNode,
} from '@curlew/scenario';
import { addAfter } from '../commands/add-after.ts';
import { addSample } from '../commands/add-sample.ts';
import { changeNode } from '../commands/change-node.ts';
import { connectNodes } from '../commands/connect-nodes.ts';
import { freeOutput } from '../commands/free-output.ts';
import { duplicateNodes } from '../commands/duplicate-nodes.ts';
import { type Position, snapToGrid } from '../commands/free-place.ts';
import { moveNodes } from '../commands/move-nodes.ts';
import { removeElements } from '../commands/remove-elements.ts';
import { tidyNodes } from '../commands/tidy-nodes.ts';
import { newElementId } from '../new-element-id.ts';
import type { DocumentStore } from './document-store.ts';
import { focusFrameWhenLost, focusNode } from './focus-node.ts';
import { selectNodes, type SessionStore } from './session-store.ts';

interface ActionsInput {
  readonly documentStore: DocumentStore;
  readonly sessionStore: SessionStore;
  /** Canvas coordinates of the middle of what is on the screen. */
  readonly viewCentre: () => Position;
  /** Brings a node into view when it is not. */
  readonly reveal: (nodeId: string) => void;
  readonly fitView: () => void;
  /** Says that a connection was refused, and why. */
  readonly onRefused: (sentence: string) => void;
}

interface AddInput {
  readonly kind: NodeKind;
  readonly afterId: string | null;
  readonly output?: string;
}

export interface CanvasActions {
  /** Adds a node after another, or in the middle of the view, and selects it. Gives its id. */
  readonly add: (input: AddInput) => string;
  /** Adds a node where it was dropped, by the middle of its head. */
  readonly drop: (kind: NodeKind, at: Position) => void;
  readonly addSample: () => void;
  /** Opens the list of what a free output of a node may lead to. */
  readonly offerTargets: (nodeId: string) => void;
  readonly connect: (connection: Connection) => void;
  readonly move: (places: ReadonlyMap<string, Position>, mergeKey?: string) => void;
  readonly remove: (nodeIds: ReadonlySet<string>, edgeIds: ReadonlySet<string>) => void;
  readonly duplicate: (nodeIds: ReadonlySet<string>) => void;
  readonly change: (node: ScenarioNode, field: string) => void;
  readonly tidy: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly reveal: (nodeId: string) => void;
  readonly selectAll: () => void;
}

const dropOffset = { x: 110, y: 32 } as const;

/** What a person can do on the canvas: each is one command on the document, and what is shown afterwards. */
export const createCanvasActions = (input: ActionsInput): CanvasActions => {
  const { documentStore, sessionStore, viewCentre, reveal, fitView, onRefused } = input;
  const { apply, undo, redo } = documentStore.getState();
  const present = () => documentStore.getState().draft.history.present;
  const say = (words: string): void => sessionStore.setState({ said: words });
  const show = (nodeId: string): void => {
    selectNodes(sessionStore, [nodeId]);
    reveal(nodeId);
  };

  return {
    add: ({ kind, afterId, ...rest }) => {
      const [nodeId, edgeId] = [newElementId(), newElementId()];
      const centre = viewCentre();
      const near = { x: centre.x - dropOffset.x, y: centre.y - dropOffset.y };
      apply((document) => addAfter(document, { kind, nodeId, edgeId, afterId, near, ...rest }));
      const after = present().edges.some(({ id }) => id === edgeId)
        ? present().nodes.find(({ id }) => id === afterId)
        : undefined;
      say(`${nodeKinds[kind].title} added${after ? ` after ${after.name}` : ''}`);
      show(nodeId);
      return nodeId;
    },
    drop: (kind, at) => {
      const id = newElementId();
      const position = snapToGrid({ x: at.x - dropOffset.x, y: at.y - dropOffset.y });
      apply((document) => addNode(document, { kind, id, position }));
      selectNodes(sessionStore, [id]);
    },
    addSample: () => {
      apply((document) => addSample(document, newElementId));
      say('Now and SMS added');
      selectNodes(
        sessionStore,
        present()
          .nodes.slice(-1)
          .map(({ id }) => id),
      );
      fitView();
    },
    offerTargets: (source) => {
      const output = freeOutput(present(), source);
      if (output) sessionStore.setState({ connectFrom: { source, output: output.id } });
      else onRefused('All outputs of this node lead somewhere already: remove a connection first');
    },
    connect: (connection) => {
      const refusal = refuseConnection(present(), connection);
      if (refusal) {
        onRefused(describeRefusal(refusal));
        return;
      }
      apply((document) => connectNodes(document, { id: newElementId(), ...connection }));
      say('Connected');
    },
    move: (places, mergeKey) =>
      apply((document) => moveNodes(document, places), mergeKey === undefined ? {} : { mergeKey }),
    remove: (nodeIds, edgeIds) => {
      apply((document) => removeElements(document, { nodeIds, edgeIds }));
      selectNodes(sessionStore, []);
      focusFrameWhenLost();
      say('Deleted');
    },
    duplicate: (nodeIds) => {
      let copies: ReadonlySet<string> = new Set();
      apply((document) => {
        const result = duplicateNodes(document, nodeIds, newElementId);
        copies = result.copyIds;
        return result.document;
      });
      selectNodes(sessionStore, copies);
      const [first] = copies;
      if (first !== undefined) focusNode(first);
      say('Duplicated');
    },
    change: (node, field) =>
      apply((document) => changeNode(document, node), { mergeKey: `${node.id}:${field}` }),
    tidy: () => {
      apply(tidyNodes);
      fitView();
    },
    undo: () => {
      undo();
      say('Undone');
    },
    redo: () => {
      redo();
      say('Redone');
    },
    reveal,
    selectAll: () =>
      selectNodes(
        sessionStore,
        present().nodes.map(({ id }) => id),
      ),
  };
};
