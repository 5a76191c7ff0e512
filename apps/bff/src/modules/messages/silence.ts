import { silentUntil, type SilentHoursSettings } from '@curlew/scenario';
import type { MessageRow } from './store.ts';

/** Messages of which some may not leave yet. */
export interface BySilence {
  readonly awake: readonly MessageRow[];
  /** Ids, by the end of their silence in milliseconds since 1970. */
  readonly asleep: ReadonlyMap<number, readonly string[]>;
}

/**
 * Tells messages that may leave at a moment from those whose silent hours have begun since they were written: a million at an operator's rate take
 * hours, and the last of them must not ring at night.
 */
export const splitBySilence = (messages: readonly MessageRow[], at: Date): BySilence => {
  const now = at.getTime();
  const ends = new Map<string, number>();
  const endOf = (silentHours: SilentHoursSettings): number => {
    const key = JSON.stringify(silentHours);
    const end = ends.get(key) ?? silentUntil(now, silentHours, silentHours.timeZone);
    ends.set(key, end);
    return end;
  };
  const awake: MessageRow[] = [];
  const asleep = new Map<number, string[]>();
  for (const message of messages) {
    const end = message.silentHours === null ? now : endOf(message.silentHours);
    if (end <= now) awake.push(message);
    else asleep.set(end, [...(asleep.get(end) ?? []), message.id]);
  }
  return { awake, asleep };
};
