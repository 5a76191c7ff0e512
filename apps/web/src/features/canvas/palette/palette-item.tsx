import type { NodeKind } from '@curlew/scenario';
import { useId } from 'react';
import { NodeIcon } from '../looks/node-icon.tsx';
import { putKind } from './dragged-kind.ts';

interface PaletteItemProps {
  readonly kind: NodeKind;
  readonly title: string;
  readonly hint: string;
  readonly onAdd: () => void;
}

/** The whole card drags and clicks as its button does; the hint is said after the button's name, not as part of it. */
export function PaletteItem({ kind, title, hint, onAdd }: PaletteItemProps) {
  const hintId = useId();
  return (
    <div
      draggable
      onDragStart={(event) => putKind(event.dataTransfer, kind)}
      className="relative flex items-start gap-2 rounded-card border bg-surface p-2 hover:border-line-strong"
    >
      <NodeIcon kind={kind} />
      <div className="min-w-0 flex-1">
        <button
          type="button"
          aria-describedby={hintId}
          onClick={onAdd}
          className="block text-13 font-medium text-ink after:absolute after:inset-0 after:cursor-grab after:rounded-card focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-accent active:after:cursor-grabbing"
        >
          <span className="sr-only">Add </span>
          {title}
        </button>
        <p id={hintId} className="text-12 text-ink-muted">
          {hint}
        </p>
      </div>
    </div>
  );
}
