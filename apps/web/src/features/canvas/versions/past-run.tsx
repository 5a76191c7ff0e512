import type { NodeCounts } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import { ReactFlowProvider } from '@xyflow/react';
import { ArrowLeft } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, use, useEffect, useMemo } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ShowWalksContext } from '../flow/show-walks-context.ts';
import { noFlow, toFlow } from '../flow/to-flow.ts';
import { useCanvas } from '../state/canvas-context.ts';
import type { DiffDrawing } from './draw-diff.ts';
import { useOverCanvas } from './use-over-canvas.ts';
import { VersionCanvas } from './version-canvas.tsx';

interface PastRunProps {
  /** Which run it is. */
  readonly title: string;
  /** When it was, and whose. */
  readonly words: ReactNode;
  readonly document: ScenarioDocument;
  readonly counts: ReadonlyMap<string, NodeCounts>;
  readonly onClose: () => void;
}

const none: ReadonlySet<string> = new Set();

const drawRun = (
  document: ScenarioDocument,
  counts: ReadonlyMap<string, NodeCounts>,
): Pick<DiffDrawing, 'nodes' | 'edges'> =>
  toFlow(
    {
      document,
      counts,
      selectedNodes: none,
      selectedEdges: none,
      dragged: new Map(),
      problems: new Map(),
      targets: null,
      isReadOnly: true,
      editedNote: null,
      nearEdge: null,
    },
    noFlow,
  );

/** Any run over the canvas, to look at: what it ran, as it was when it was started, and its counts. Escape leads back. */
export function PastRun({ title, words, document, counts, onClose }: PastRunProps) {
  const { sessionStore } = useCanvas();
  const showWalks = use(ShowWalksContext);
  const drawing = useMemo(
    (): DiffDrawing => ({ ...drawRun(document, counts), marks: new Map() }),
    [document, counts],
  );
  const root = useOverCanvas(() => {
    if (!sessionStore.getState().isHistoryOpen) onClose();
  });
  useEffect(() => {
    sessionStore.setState({ isPastRunOpen: true });
    return () => sessionStore.setState({ isPastRunOpen: false });
  }, [sessionStore]);
  const press = ({ key, target }: KeyboardEvent): void => {
    const card = target instanceof Element ? target.closest('.react-flow__node-scenario') : null;
    const nodeId = card?.getAttribute('data-id');
    if (key === 'Enter' && card === target && nodeId) showWalks?.(nodeId);
  };
  return (
    <ReactFlowProvider>
      <section
        ref={root}
        tabIndex={-1}
        aria-label={title}
        className="absolute inset-0 z-20 flex flex-col bg-surface outline-none"
      >
        <div className="flex flex-wrap items-center gap-2 border-b px-4 py-2">
          <div className="min-w-40 flex-1">
            <h2 className="text-14 font-semibold text-ink">{title}</h2>
            <p className="text-12 text-ink-muted">{words} Choose a node to see who was at it.</p>
          </div>
          <Button icon={<ArrowLeft />} onClick={onClose}>
            Back to the canvas
          </Button>
        </div>
        {/* The cards take the keys. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div className="min-h-0 flex-1" onKeyDown={press}>
          <VersionCanvas drawing={drawing} isStale={false} {...(showWalks ? { onNode: showWalks } : {})} />
        </div>
      </section>
    </ReactFlowProvider>
  );
}
