import type { DataDescription } from '@curlew/contract';
import { formatCompact } from '../../../../lib/format-number.ts';
import { formatRelativeTime } from '../../../../lib/format-relative-time.ts';
import type { ComboboxOption } from '../../../../ui/combobox-options.ts';

/** Events to choose from, with how often they happened and when last. */
export const eventOptions = ({ events }: Pick<DataDescription, 'events'>, nowMs: number): ComboboxOption[] =>
  events.map(({ type, count, isEstimate, lastSeenAt }) => ({
    value: type,
    detail: `last ${formatRelativeTime(new Date(lastSeenAt), nowMs)}`,
    end: `${isEstimate ? 'about ' : ''}${formatCompact(count)}`,
  }));
