import type { NodeKind } from '@curlew/scenario';
import { NodeIcon } from '../looks/node-icon.tsx';
import { putKind } from './dragged-kind.ts';

interface PaletteItemProps {
  readonly kind: NodeKind;
  readonly title: string;
  readonly hint: string;
  readonly onAdd: () => void;
}

export function PaletteItem({ kind, title, hint, onAdd }: PaletteItemProps) {
  return (
    <button
      type="button"
      draggable
      aria-label={`Add ${title}`}
      aria-description={hint}
      onDragStart={(event) => putKind(event.dataTransfer, kind)}
      onClick={onAdd}
      className="flex w-full cursor-grab items-start gap-2 rounded-card border bg-surface p-2 text-left hover:border-line-strong active:cursor-grabbing"
    >
      <NodeIcon kind={kind} />
      <span className="min-w-0 flex-1">
        <span className="block text-13 font-medium text-ink">{title}</span>
        <span className="block text-12 text-ink-muted">{hint}</span>
      </span>
    </button>
  );
}
