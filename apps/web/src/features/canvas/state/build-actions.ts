import {
  addNode,
  type Connection,
  describeRefusal,
  type NodeKind,
  nodeKinds,
  refuseConnection,
} from '@curlew/scenario';
import { addAfter } from '../commands/add-after.ts';
import { addSample } from '../commands/add-sample.ts';
import { connectNodes } from '../commands/connect-nodes.ts';
import { freeOutput } from '../commands/free-output.ts';
import { type Position, snapToGrid } from '../commands/free-place.ts';
import { insertOnEdge } from '../commands/insert-on-edge.ts';
import { reconnectEdge, refuseReconnection } from '../commands/reconnect-edge.ts';
import { newElementId } from '../../../lib/new-element-id.ts';
import type { ActionTools } from './action-tools.ts';
import { selectNodes } from './session-store.ts';

interface AddInput {
  readonly kind: NodeKind;
  readonly afterId: string | null;
  readonly output?: string;
}

/** Adding nodes and connections. */
export interface BuildActions {
  /** Adds a node after another, or in the middle of the view, and selects it. Gives its id. */
  readonly add: (input: AddInput) => string;
  /** Adds a node where it was dropped, by the middle of its head; on a connection it goes in between. */
  readonly drop: (kind: NodeKind, at: Position, edgeId: string | null) => void;
  /** Puts a new node into a connection. */
  readonly insert: (edgeId: string, kind: NodeKind) => void;
  readonly addSample: () => void;
  /** Opens the list of what an output of a node may lead to; without one the first free output. */
  readonly offerTargets: (nodeId: string, output?: string) => void;
  /** Opens the list of nodes to put into a connection. */
  readonly offerInsert: (edgeId: string) => void;
  /** Opens the list of nodes to add after the selected one. */
  readonly offerNodes: () => void;
  readonly connect: (connection: Connection) => void;
  readonly reconnect: (edgeId: string, connection: Connection) => void;
}

export const dropOffset = { x: 110, y: 32 } as const;

export const createBuildActions = (tools: ActionTools): BuildActions => {
  const { apply, present, say, sessionStore, viewCentre, reveal, fitView, onRefused } = tools;
  const show = (nodeId: string): void => {
    selectNodes(sessionStore, [nodeId]);
    reveal(nodeId);
  };
  const insert = (edgeId: string, kind: NodeKind): void => {
    if (!nodeKinds[kind].hasInput) {
      onRefused(describeRefusal('no_input'));
      return;
    }
    const nodeId = newElementId();
    apply((document) => insertOnEdge(document, { edgeId, kind, nodeId, newId: newElementId }));
    say(`${nodeKinds[kind].title} put in between`);
    show(nodeId);
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
    drop: (kind, at, edgeId) => {
      if (edgeId !== null && nodeKinds[kind].hasInput) {
        insert(edgeId, kind);
        return;
      }
      const id = newElementId();
      const position = snapToGrid({ x: at.x - dropOffset.x, y: at.y - dropOffset.y });
      apply((document) => addNode(document, { kind, id, position }));
      selectNodes(sessionStore, [id]);
    },
    insert,
    addSample: () => {
      apply((document) => addSample(document, newElementId));
      say('Now and SMS added');
      const [last] = present().nodes.slice(-1);
      if (last) selectNodes(sessionStore, [last.id]);
      fitView();
    },
    offerTargets: (source, wanted) => {
      const output = wanted ?? freeOutput(present(), source)?.id;
      if (output !== undefined) sessionStore.setState({ choosing: { to: 'connect', source, output } });
      else onRefused('All outputs of this node lead somewhere already: remove a connection first');
    },
    offerInsert: (edgeId) => sessionStore.setState({ choosing: { to: 'insert', edgeId } }),
    offerNodes: () => {
      const [only, ...others] = sessionStore.getState().selectedNodes;
      const isNode = present().nodes.some(({ id }) => id === only);
      const afterId = only !== undefined && others.length === 0 && isNode ? only : null;
      sessionStore.setState({ choosing: { to: 'add', afterId } });
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
    reconnect: (edgeId, connection) => {
      const refusal = refuseReconnection(present(), edgeId, connection);
      if (refusal) {
        onRefused(describeRefusal(refusal));
        return;
      }
      apply((document) => reconnectEdge(document, edgeId, connection));
      say('Connected');
    },
  };
};
