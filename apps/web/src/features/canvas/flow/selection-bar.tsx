import { Panel } from '@xyflow/react';
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Copy,
  type LucideIcon,
  Trash2,
} from 'lucide-react';
import { formatCount } from '../../../lib/format-number.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { alignments, type Alignment } from '../commands/align-elements.ts';
import { useCanvas, useScenarioDocument, useSession } from '../state/canvas-context.ts';

const looks: { readonly [A in Alignment]: { readonly label: string; readonly Icon: LucideIcon } } = {
  left: { label: 'Align left', Icon: AlignStartVertical },
  centre: { label: 'Align centres', Icon: AlignCenterVertical },
  right: { label: 'Align right', Icon: AlignEndVertical },
  top: { label: 'Align top', Icon: AlignStartHorizontal },
  middle: { label: 'Align middles', Icon: AlignCenterHorizontal },
  bottom: { label: 'Align bottom', Icon: AlignEndHorizontal },
  across: { label: 'Equal gaps across', Icon: AlignHorizontalDistributeCenter },
  down: { label: 'Equal gaps down', Icon: AlignVerticalDistributeCenter },
};

const distributes = (alignment: Alignment): boolean => alignment === 'across' || alignment === 'down';

/** What can be done with several things at once, while several are selected. */
export function SelectionBar() {
  const { actions } = useCanvas();
  const chosen = useSession((state) => state.selectedNodes);
  const { nodes, notes } = useScenarioDocument();
  const edges = useSession((state) => state.selectedEdges);
  // What an undo took away is not on the canvas, until a redo brings it back, still selected.
  const selected = new Set([...nodes, ...notes].flatMap(({ id }) => (chosen.has(id) ? [id] : [])));
  if (selected.size < 2) return null;
  return (
    <Panel position="top-center" style={{ margin: 12 }}>
      <div
        role="toolbar"
        aria-label="Selection"
        className="flex items-center rounded-card border bg-surface-raised p-0.5 shadow-float"
      >
        <span className="px-2 text-12 whitespace-nowrap text-ink-muted">
          {formatCount(selected.size, 'node')} selected
        </span>
        {alignments.map((alignment) => {
          const { label, Icon } = looks[alignment];
          return (
            <IconButton
              key={alignment}
              label={label}
              icon={<Icon />}
              disabled={distributes(alignment) && selected.size < 3}
              onClick={() => actions.align(selected, alignment)}
            />
          );
        })}
        <span aria-hidden className="mx-1 h-5 w-px bg-line" />
        <IconButton label="Duplicate" icon={<Copy />} onClick={() => actions.duplicate(selected)} />
        <IconButton label="Delete" icon={<Trash2 />} onClick={() => actions.remove(selected, edges)} />
      </div>
    </Panel>
  );
}
