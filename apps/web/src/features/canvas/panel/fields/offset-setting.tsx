import { Select } from '../../../../ui/select.tsx';
import { OwnLabel } from '../../../../ui/own-label.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { readWholeNumber } from '../settings/read-whole-number.ts';
import { useSettings } from '../settings/settings-context.ts';
import { useEntry } from '../settings/use-entry.ts';
import { SettingField } from './setting-field.tsx';

interface OffsetSettingProps {
  /** Days after; below zero: before. */
  readonly value: number;
}

const sides = [
  { value: 'on', label: 'on the day' },
  { value: 'before', label: 'before' },
  { value: 'after', label: 'after' },
] as const;

type Side = (typeof sides)[number]['value'];

const sideOf = (days: number): Side => (days === 0 ? 'on' : days < 0 ? 'before' : 'after');

/** So many days before or after a date. */
export function OffsetSetting({ value }: OffsetSettingProps) {
  const { isReadOnly, choose } = useSettings();
  const side = sideOf(value);
  const sign = side === 'before' ? -1 : 1;
  const { control, change, note } = useEntry({
    path: 'offsetDays',
    text: String(Math.abs(value)),
    read: (text) => {
      const days = readWholeNumber(text);
      return typeof days === 'number' ? Math.abs(days) * sign : days;
    },
  });
  const move = (to: Side) => {
    const days = Math.max(1, Math.abs(value));
    choose('offsetDays', to === 'on' ? 0 : to === 'before' ? -days : days);
  };
  const sideSelect = (
    <Select
      {...(side === 'on' ? {} : { 'aria-label': 'Before or after' })}
      options={sides}
      value={side}
      disabled={isReadOnly}
      onChange={move}
    />
  );
  return (
    <SettingField path="offsetDays" label="Starts" note={note}>
      <div className="flex items-center gap-2">
        {side !== 'on' && (
          <>
            <div className="w-20">
              <TextField
                {...control}
                inputMode="numeric"
                autoComplete="off"
                onChange={(event) => change(event.target.value)}
              />
            </div>
            <span className="text-13 text-ink-muted">{Math.abs(value) === 1 ? 'day' : 'days'}</span>
          </>
        )}
        <div className="w-32">{side === 'on' ? sideSelect : <OwnLabel>{sideSelect}</OwnLabel>}</div>
      </div>
    </SettingField>
  );
}
