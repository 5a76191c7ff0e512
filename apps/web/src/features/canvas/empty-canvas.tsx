import { MessageSquareText } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { useCanvas, useScenarioDocument } from './state/canvas-context.ts';

/** A canvas with nothing on it: what it is for, and the shortest way to something that works. */
export function EmptyCanvas() {
  const { actions, isReadOnly } = useCanvas();
  const isEmpty = useScenarioDocument().nodes.length === 0;
  if (!isEmpty) return null;
  return (
    <div className="pointer-events-none absolute inset-0 z-10 flex flex-col items-center justify-center gap-4 px-6 pb-16 text-center">
      <p className="max-w-80 text-14 text-balance text-ink-muted">
        {isReadOnly
          ? 'Nothing is drawn here yet.'
          : 'A scenario begins with a trigger and leads customers from node to node.'}
      </p>
      {!isReadOnly && (
        <span className="pointer-events-auto">
          <Button variant="primary" icon={<MessageSquareText />} onClick={actions.addSample}>
            Start with Now → SMS
          </Button>
        </span>
      )}
    </div>
  );
}
