import type { FilterCondition } from '@curlew/scenario';
import { useNow } from '../../../../lib/use-now.ts';
import { Segmented } from '../../../../ui/segmented.tsx';
import { eventOptions } from '../data/event-options.ts';
import { useData } from '../data/use-data.ts';
import { InlineEntry } from '../fields/inline-entry.tsx';
import { InlineName } from '../fields/inline-name.tsx';
import { readOptionalNumber, readWholeNumber } from '../settings/read-whole-number.ts';
import { useSettings } from '../settings/settings-context.ts';
import type { ConditionPath } from './condition-path.ts';
import { WhereSetting } from './where-setting.tsx';

interface EventConditionProps {
  readonly path: ConditionPath;
  readonly value: Extract<FilterCondition, { kind: 'event' }>;
}

const didOptions = [
  { value: 'did', label: 'Did' },
  { value: 'did_not', label: 'Did not' },
] as const;

const lineClass = 'text-13/7 whitespace-nowrap text-ink-muted';

/** What customers did or did not do, how often, in which time, and with which properties. */
export function EventCondition({ path, value }: EventConditionProps) {
  const { isReadOnly, choose } = useSettings();
  const { data, note } = useData();
  const now = useNow();
  const { did, event, atLeast, withinDays, where } = value;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-start gap-2">
        <Segmented
          aria-label="Did or did not"
          size="small"
          options={didOptions}
          value={did ? 'did' : 'did_not'}
          disabled={isReadOnly}
          onChange={(chosen) => choose(`${path}.did`, chosen === 'did')}
        />
        <InlineName
          path={`${path}.event`}
          label="Event"
          noun="Events"
          value={event}
          options={eventOptions(data, now)}
          emptyNote={note ?? 'No events yet: type the name of one'}
          placeholder="event"
        />
      </div>
      <div className="flex items-start gap-2">
        <span className={lineClass}>at least</span>
        <InlineEntry
          path={`${path}.atLeast`}
          label="Times"
          value={String(atLeast)}
          read={readWholeNumber}
          inputMode="numeric"
        />
        <span className={lineClass}>{atLeast === 1 ? 'time,' : 'times,'} last</span>
        <InlineEntry
          path={`${path}.withinDays`}
          label="In the last days; empty: ever"
          value={withinDays === null ? '' : String(withinDays)}
          read={readOptionalNumber}
          placeholder="ever"
          inputMode="numeric"
        />
        <span className={lineClass}>days</span>
      </div>
      <WhereSetting path={`${path}.where`} event={event} value={where} />
    </div>
  );
}
