import { nodeKinds, refuseConnection } from '@curlew/scenario';
import { Plus } from 'lucide-react';
import { Dialog } from '../../../ui/dialog.tsx';
import { NodeIcon } from '../looks/node-icon.tsx';
import { useCanvas, useScenarioDocument } from '../state/canvas-context.ts';
import type { OpenConnection } from '../state/session-store.ts';
import { ConnectOption } from './connect-option.tsx';

interface ConnectDialogProps {
  readonly from: OpenConnection;
}

const newKinds = Object.values(nodeKinds).filter(({ hasInput }) => hasInput);

/** What an output may lead to: the nodes that are there, and new ones. The way to connect without a pointer. */
export function ConnectDialog({ from }: ConnectDialogProps) {
  const { actions, sessionStore } = useCanvas();
  const document = useScenarioDocument();
  const source = document.nodes.find(({ id }) => id === from.source);
  const targets = document.nodes.filter(({ id }) => !refuseConnection(document, { ...from, target: id }));
  const close = (): void => sessionStore.setState({ connectFrom: null });
  const choose = (act: () => void): void => {
    close();
    act();
  };

  return (
    <Dialog
      isOpen
      onOpenChange={close}
      size="small"
      title={`Connect ${source?.name ?? ''} to`}
      description="Customers go on from here to what you choose."
    >
      <ul className="flex flex-col gap-1">
        {targets.map((node, index) => (
          <li key={node.id}>
            <ConnectOption
              isFirst={index === 0}
              icon={<NodeIcon kind={node.kind} />}
              onChoose={() => choose(() => actions.connect({ ...from, target: node.id }))}
            >
              {node.name || nodeKinds[node.kind].title}
            </ConnectOption>
          </li>
        ))}
        {newKinds.map(({ kind, title }, index) => (
          <li key={kind}>
            <ConnectOption
              isFirst={index === 0 && targets.length === 0}
              icon={<NodeIcon kind={kind} />}
              end={<Plus aria-hidden />}
              onChoose={() => choose(() => actions.add({ kind, afterId: from.source, output: from.output }))}
            >
              New {title}
            </ConnectOption>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
