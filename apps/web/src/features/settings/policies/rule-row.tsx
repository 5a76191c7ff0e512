import type { FrequencyRule } from '@curlew/scenario';
import { Trash2 } from 'lucide-react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';

/** A rule as it is typed. */
export interface TypedRule {
  readonly key: number;
  readonly most: string;
  readonly days: string;
}

interface RuleRowProps {
  readonly rule: TypedRule;
  readonly number: number;
  readonly onChange: (rule: TypedRule) => void;
  /** Undefined: it is the only one. */
  readonly onRemove: (() => void) | undefined;
}

/** What was typed, as a rule; null while it is none. */
export const readRule = ({ most, days }: TypedRule): FrequencyRule | null => {
  const read = (text: string, largest: number): number | null => {
    const value = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : 0;
    return value >= 1 && value <= largest ? value : null;
  };
  const [count, length] = [read(most, 1_000), read(days, 365)];
  return count === null || length === null ? null : { most: count, days: length };
};

/** At most so many messages in so many days. */
export function RuleRow({ rule, number, onChange, onRemove }: RuleRowProps) {
  const field = (name: 'most' | 'days', label: string) => (
    <span className="w-20 tabular-nums">
      <TextField
        aria-label={`${label} of rule ${number}`}
        value={rule[name]}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        onChange={(event) => onChange({ ...rule, [name]: event.target.value })}
      />
    </span>
  );
  return (
    <li className="flex flex-wrap items-center gap-2 text-13 text-ink">
      At most {field('most', 'Messages')} messages in {field('days', 'Days')} days
      {onRemove && (
        <IconButton label={`Remove rule ${number}`} size="small" icon={<Trash2 />} onClick={onRemove} />
      )}
    </li>
  );
}
