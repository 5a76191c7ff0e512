import { refuseConnection } from '@curlew/scenario';
import type { IsValidConnection, OnConnect, OnConnectEnd, OnConnectStart } from '@xyflow/react';
import { useMemo } from 'react';
import type { Canvas } from '../state/canvas-context.ts';
import type { FlowEdge } from './flow-types.ts';

interface ConnectingHandlers {
  readonly isValidConnection: IsValidConnection<FlowEdge>;
  readonly onConnectStart: OnConnectStart;
  readonly onConnect: OnConnect;
  readonly onConnectEnd: OnConnectEnd;
}

const nodeUnder = (event: MouseEvent | TouchEvent): string | null => {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  const element = point ? document.elementFromPoint(point.clientX, point.clientY) : null;
  return element?.closest<HTMLElement>('.react-flow__node')?.dataset['id'] ?? null;
};

/** Drawing a connection from an output: to a node anywhere on its card, or into the void, which offers what may follow. */
export const useConnecting = ({ documentStore, sessionStore, actions }: Canvas): ConnectingHandlers =>
  useMemo(() => {
    const present = () => documentStore.getState().draft.history.present;
    return {
      isValidConnection: ({ source, sourceHandle, target }) =>
        refuseConnection(present(), { source, output: sourceHandle ?? '', target }) === null,
      onConnectStart: (_, { nodeId, handleId, handleType }) => {
        if (nodeId !== null && handleId !== null && handleType === 'source')
          sessionStore.setState({ connecting: { source: nodeId, output: handleId } });
      },
      onConnect: ({ source, sourceHandle, target }) =>
        actions.connect({ source, output: sourceHandle ?? '', target }),
      onConnectEnd: (event, { isValid, toHandle }) => {
        const { connecting } = sessionStore.getState();
        sessionStore.setState({ connecting: null });
        if (!connecting || isValid) return;
        const target = toHandle?.nodeId ?? nodeUnder(event);
        if (target === connecting.source) return;
        if (target !== null) actions.connect({ ...connecting, target });
        else sessionStore.setState({ connectFrom: connecting });
      },
    };
  }, [documentStore, sessionStore, actions]);
