import { compileTemplate, type CompileResult } from '@curlew/jinja';
import {
  createFilterVerdict,
  silentUntil,
  type FilterFacts,
  type FilterVerdict,
  type NodeOf,
  type SilentHoursSettings,
} from '@curlew/scenario';
import { prepareMessage, type PreparedMessage } from './prepared-message.ts';

/** What is worked out once for all customers of a batch. */
export interface BatchMemory {
  /** The node's message, compiled once. */
  readonly prepare: (node: NodeOf<'sms'>) => PreparedMessage;
  readonly compile: (source: string) => CompileResult;
  /** The end of a silence that it is now in the zone; now where it is not silent. */
  readonly silentUntil: (silence: SilentHoursSettings, timeZone: string) => number;
  readonly ask: (node: NodeOf<'condition'>) => (facts: FilterFacts) => FilterVerdict;
}

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
  };
};
