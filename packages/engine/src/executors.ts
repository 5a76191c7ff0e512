import type { NodeKind } from '@curlew/scenario';
import type { NodeInput, NodeOutcome } from './node-outcome.ts';
import { executeChangeConsent } from './nodes/change-consent.ts';
import { executeCondition } from './nodes/condition.ts';
import { executeEntry } from './nodes/entry.ts';
import { executeLimit } from './nodes/limit.ts';
import { executeOnDate } from './nodes/on-date.ts';
import { executeSetAttribute } from './nodes/set-attribute.ts';
import { executeSilentHours } from './nodes/silent-hours.ts';
import { executeSms } from './nodes/sms.ts';
import { executeSplit } from './nodes/split.ts';
import { executeTrackEvent } from './nodes/track-event.ts';
import { executeWait } from './nodes/wait.ts';
import { executeWebhook } from './nodes/webhook.ts';

/** One executor per node kind; a missing one does not compile. */
const executors: { readonly [K in NodeKind]: (input: NodeInput<K>) => NodeOutcome } = {
  now: executeEntry,
  on_date: executeOnDate,
  repeat: executeEntry,
  on_event: executeEntry,
  date_attribute: executeEntry,
  api: executeEntry,
  condition: executeCondition,
  wait: executeWait,
  silent_hours: executeSilentHours,
  split: executeSplit,
  limit: executeLimit,
  sms: executeSms,
  webhook: executeWebhook,
  set_attribute: executeSetAttribute,
  track_event: executeTrackEvent,
  change_consent: executeChangeConsent,
};

/** Asks a node what becomes of a customer. */
export const execute = (input: NodeInput<NodeKind>): NodeOutcome => {
  // The kind picks the executor of that very kind, which a generic function cannot show.
  const executor = executors[input.node.kind] as (input: NodeInput<NodeKind>) => NodeOutcome;
  return executor(input);
};
