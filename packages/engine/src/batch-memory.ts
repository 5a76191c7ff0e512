import { silentUntil, type SilentHoursSettings } from '@curlew/scenario';
import type { NodeInput } from './node-outcome.ts';
import { prepareMessage, type PreparedMessage } from './prepared-message.ts';

/** What is worked out once for all customers of a batch; `now` in milliseconds since 1970. */
export const createBatchMemory = (now: number): Pick<NodeInput<'sms'>, 'prepare' | 'silentUntil'> => {
  const messages = new Map<string, PreparedMessage>();
  const ends = new Map<SilentHoursSettings, Map<string, number>>();
  return {
    prepare: (node) => {
      const prepared = messages.get(node.id) ?? prepareMessage(node);
      messages.set(node.id, prepared);
      return prepared;
    },
    silentUntil: (silence, timeZone) => {
      const byZone = ends.get(silence) ?? new Map<string, number>();
      const end = byZone.get(timeZone) ?? silentUntil(now, silence, timeZone);
      ends.set(silence, byZone.set(timeZone, end));
      return end;
    },
  };
};
