import type { Connection, ScenarioDocument } from '@curlew/scenario';
import type {
  IsValidConnection,
  OnConnect,
  OnConnectEnd,
  OnConnectStart,
  OnReconnect,
  ReactFlowProps,
} from '@xyflow/react';
import { useMemo } from 'react';
import { refuseReconnection } from '../commands/reconnect-edge.ts';
import type { Canvas } from '../state/canvas-context.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';

interface ConnectingHandlers {
  readonly isValidConnection: IsValidConnection<FlowEdge>;
  readonly onConnectStart: OnConnectStart;
  readonly onConnect: OnConnect;
  readonly onConnectEnd: OnConnectEnd;
  readonly onReconnectStart: NonNullable<ReactFlowProps<FlowNode, FlowEdge>['onReconnectStart']>;
  readonly onReconnect: OnReconnect<FlowEdge>;
  readonly onReconnectEnd: () => void;
}

const nodeUnder = (event: MouseEvent | TouchEvent): string | null => {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  const element = point ? document.elementFromPoint(point.clientX, point.clientY) : null;
  return element?.closest<HTMLElement>('.react-flow__node')?.dataset['id'] ?? null;
};

interface Ends {
  readonly source: string;
  readonly sourceHandle?: string | null;
  readonly target: string;
}

const toConnection = ({ source, sourceHandle, target }: Ends): Connection => ({
  source,
  output: sourceHandle ?? '',
  target,
});

/**
 * Drawing a connection from an output: to a node anywhere on its card, or into the void, which offers what may follow.
 * An end of a connection that is there is moved in the same way; let go over nothing, it stays.
 */
export const useConnecting = ({ documentStore, sessionStore, actions }: Canvas): ConnectingHandlers =>
  useMemo(() => {
    const present = (): ScenarioDocument => documentStore.getState().draft.history.present;
    const connect = (connection: Connection): void => {
      const { reconnecting } = sessionStore.getState();
      if (reconnecting === null) actions.connect(connection);
      else actions.reconnect(reconnecting, connection);
    };
    return {
      isValidConnection: (ends) => {
        const { reconnecting } = sessionStore.getState();
        return refuseReconnection(present(), reconnecting, toConnection(ends)) === null;
      },
      onConnectStart: (_, { nodeId, handleId, handleType }) => {
        if (nodeId !== null && handleId !== null && handleType === 'source')
          sessionStore.setState({ connecting: { source: nodeId, output: handleId } });
      },
      onConnect: (ends) => connect(toConnection(ends)),
      onConnectEnd: (event, { isValid, toHandle }) => {
        const { connecting, reconnecting } = sessionStore.getState();
        sessionStore.setState({ connecting: null });
        if (!connecting || isValid) return;
        const target = toHandle?.nodeId ?? nodeUnder(event);
        if (target === connecting.source) return;
        if (target !== null) connect({ ...connecting, target });
        else if (reconnecting === null) sessionStore.setState({ choosing: { to: 'connect', ...connecting } });
      },
      onReconnectStart: (_, { id }) => sessionStore.setState({ reconnecting: id }),
      onReconnect: (edge, ends) => actions.reconnect(edge.id, toConnection(ends)),
      onReconnectEnd: () => sessionStore.setState({ reconnecting: null, connecting: null }),
    };
  }, [documentStore, sessionStore, actions]);
