import { compileTemplate, type CompileResult } from '@curlew/jinja';
import {
  addDuration,
  createFilterVerdict,
  silentUntil,
  type FilterFacts,
  type FilterVerdict,
  type SilentHoursSettings,
} from '@curlew/scenario';
import type { BatchMemory } from './node-outcome.ts';
import { prepareMessage, type PreparedMessage } from './prepared-message.ts';

const remember = <K, V>(known: Map<K, V>, key: K, make: () => V): V => {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
};

/** What is worked out once for all customers of a batch; `now` in milliseconds since 1970, `timeZone` the project's. */
export const createBatchMemory = (now: number, timeZone: string): BatchMemory => {
  const messages = new Map<string, PreparedMessage>();
  const templates = new Map<string, CompileResult>();
  const silences = new Map<SilentHoursSettings, Map<string, number>>();
  const filters = new Map<string, (facts: FilterFacts) => FilterVerdict>();
  // Those of one batch came together, seldom one by one.
  const durations = new Map<string, number>();
  return {
    prepare: (node) => remember(messages, node.id, () => prepareMessage(node)),
    compile: (source) => remember(templates, source, () => compileTemplate(source)),
    silentUntil: (silence, zone) =>
      remember(
        remember(silences, silence, () => new Map<string, number>()),
        zone,
        () => silentUntil(now, silence, zone),
      ),
    ask: ({ id, settings: { filter } }) =>
      remember(filters, id, () => createFilterVerdict(filter, { now, timeZone })),
    addDuration: (from, duration, zone) =>
      remember(durations, `${from} ${duration.amount} ${duration.unit} ${zone}`, () =>
        addDuration(from, duration, zone),
      ),
  };
};
