import { useNow } from '../../../../lib/use-now.ts';
import { eventOptions } from '../data/event-options.ts';
import { useData } from '../data/use-data.ts';
import { NameSetting } from './name-setting.tsx';

interface EventSettingProps {
  readonly path: 'event' | 'winner.event';
  readonly label?: string;
  readonly value: string;
  readonly hint?: string;
}

/** The type of an event: one that happened already, or any other name. */
export function EventSetting({ path, label = 'Event', value, hint }: EventSettingProps) {
  const { data, note } = useData();
  const now = useNow();
  return (
    <NameSetting
      path={path}
      label={label}
      noun="Events"
      value={value}
      options={eventOptions(data, now)}
      emptyNote={note ?? 'No events yet: type the name of one'}
      placeholder="purchase"
      {...(hint === undefined ? {} : { hint })}
    />
  );
}
