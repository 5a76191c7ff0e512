import type { RevisionSummary } from '@curlew/contract';
import { formatClock, formatDay } from '../../../lib/format-date.ts';

/** What a version is called: its name, else its number. */
export const titleOfVersion = ({ name, number }: Pick<RevisionSummary, 'name' | 'number'>): string =>
  name ?? `Draft ${number}`;

/** 10:42; 10:42 to 10:51 where it took more than a minute. */
export const timeOfVersion = ({ beganAt, savedAt }: Pick<RevisionSummary, 'beganAt' | 'savedAt'>): string => {
  const [from, to] = [new Date(beganAt), new Date(savedAt)];
  if (formatClock(from) === formatClock(to)) return formatClock(to);
  if (formatDay(from) !== formatDay(to))
    return `${formatDay(from)}, ${formatClock(from)} to ${formatClock(to)}`;
  return `${formatClock(from)} to ${formatClock(to)}`;
};

/** How it stands in a list to choose from: Before the sale, 22 Nov 2026, 10:42. */
export const optionOfVersion = (version: RevisionSummary): string => {
  const at = new Date(version.savedAt);
  return `${titleOfVersion(version)}, ${formatDay(at)}, ${formatClock(at)}`;
};

/** Started as version 1; null where it never was. */
export const startedWords = ({ startedAs }: Pick<RevisionSummary, 'startedAs'>): string | null => {
  if (startedAs.length === 0) return null;
  return `Started as version ${startedAs.join(' and ')}`;
};
