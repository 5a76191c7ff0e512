import { Trash2 } from 'lucide-react';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { InlineEntry } from '../fields/inline-entry.tsx';
import { readWholeNumber } from '../settings/read-whole-number.ts';
import type { Variant } from './weights.ts';

interface VariantRowProps {
  readonly index: number;
  readonly variant: Variant;
  /** Null where it has to stay. */
  readonly onRemove: (() => void) | null;
}

/** The name and the weight of one variant. */
export function VariantRow({ index, variant, onRemove }: VariantRowProps) {
  const { name, weight } = variant;
  const called = name.trim() === '' ? `variant ${index + 1}` : `variant ${name.trim()}`;
  return (
    <li className="flex items-start gap-2">
      <InlineEntry path={`variants.${index}.name`} label={`Name of ${called}`} value={name} />
      <div className="flex w-24 shrink-0 gap-1.5 tabular-nums">
        <InlineEntry
          path={`variants.${index}.weight`}
          label={`Weight of ${called}, percent`}
          value={String(weight)}
          read={readWholeNumber}
          inputMode="numeric"
        />
        <span aria-hidden className="text-13/7 text-ink-muted">
          %
        </span>
      </div>
      <IconButton
        size="small"
        label={`Remove ${called}`}
        icon={<Trash2 />}
        disabled={onRemove === null}
        onClick={() => onRemove?.()}
      />
    </li>
  );
}
