import type { NodeKind, NodeOf, ScenarioNode } from '@curlew/scenario';
import { describeConditionMet } from './describe-condition-met.ts';
import { describeEnding } from './describe-ending.ts';
import { describeMoment } from './describe-moment.ts';
import { describeRefusalType } from './refusal-words.ts';

/** A step of a walk as it was kept. */
export interface DescribedStep {
  /** Null: the walk was ended at the node. */
  readonly output: string | null;
  /** What decided it, as `Move` has it; left out or null: nothing was kept. */
  readonly why?: unknown;
  /** Why the walk ended here; left out: it did not, or that is not known. */
  readonly ending?: string | null;
}

/** What words need besides the step. */
export interface StepWords {
  /** IANA name of the zone that moments are written in. */
  readonly timeZone: string;
  /** What a consent category is called; undefined: it is not there any more. */
  readonly categoryName?: (categoryId: string) => string | undefined;
}

type Describe<K extends NodeKind> = (
  node: NodeOf<K>,
  step: DescribedStep & { readonly why: unknown },
  words: StepWords,
) => string;

const namesOf = (why: unknown): string[] => (Array.isArray(why) ? why.map(String) : []);

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;

const describeCondition: Describe<'condition'> = (node, { output, why }, { categoryName }) => {
  const isMet = output === 'match';
  const [place, value] = Array.isArray(why) ? (why as unknown[]) : [];
  const [group, index] = (typeof place === 'string' ? place : '').split('.').map(Number);
  const condition = node.settings.filter.groups[group ?? -1]?.conditions[index ?? -1];
  if (condition) return describeConditionMet(condition, { isMet, value }, categoryName ?? (() => undefined));
  return isMet ? 'Meets the conditions' : 'Does not meet the conditions';
};

const describeWait: Describe<'wait'> = ({ settings }, { output, why }, { timeZone }) => {
  if (output === null) {
    const [text] = namesOf(why);
    return text === undefined
      ? 'The walk ended here'
      : `${describeEnding('no_number')}: ${text === '' ? 'it gave nothing' : `“${text}”`}`;
  }
  const at = typeof why === 'number' ? describeMoment(why, timeZone) : null;
  const event = settings.event.trim();
  if (output === 'event') return at === null ? `${event} came` : `${event} came on ${at}`;
  if (output === 'timeout')
    return at === null ? `${event} did not come in time` : `${event} did not come until ${at}`;
  return at === null ? 'Waited' : `Waited until ${at}`;
};

const describeSplit: Describe<'split'> = ({ settings }, { output, why }) => {
  const variant = settings.variants.find(({ id }) => id === output)?.name.trim() ?? output;
  if (why === 'winner') return `The winner: variant ${variant}`;
  return typeof why === 'number' ? `Drew ${why} of 100: variant ${variant}` : `Variant ${variant}`;
};

const describeWebhook: Describe<'webhook'> = (_node, { output, why }) => {
  const status = typeof why === 'number' ? `status ${why}` : null;
  if (output === 'ok') return status === null ? 'Answered' : `Answered: ${status}`;
  if (status !== null) return `Not answered: ${status}`;
  return typeof why === 'string' && why !== '' ? `Not answered: ${lowerFirst(why)}` : 'Not answered';
};

const describeSet: Describe<'set_attribute'> = ({ settings }, { why }) => {
  const failed = new Set(namesOf(why));
  const written = settings.attributes.map(({ name }) => name.trim()).filter((name) => !failed.has(name));
  const parts = [
    ...(written.length === 0 ? [] : [`Wrote ${[...new Set(written)].join(', ')}`]),
    ...(failed.size === 0 ? [] : [`could not write ${[...failed].join(', ')}`]),
  ];
  const text = parts.join('; ') || 'Nothing to write';
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
};

const describeConsent: Describe<'change_consent'> = ({ settings }, { why }, { categoryName }) => {
  if (why === 'general_category') return 'Nothing changed: the category is General, which takes no consent';
  if (why === 'deleted_category') return 'Nothing changed: the category is not there any more';
  const name = settings.categoryId === null ? undefined : categoryName?.(settings.categoryId);
  const consent = name === undefined ? 'the consent' : `the consent “${name}”`;
  return settings.action === 'grant' ? `Gave ${consent}` : `Revoked ${consent}`;
};

const kinds: { readonly [K in NodeKind]: Describe<K> } = {
  now: () => 'Entered when the scenario was started',
  on_date: (_node, { output, why }, { timeZone }) => {
    const at = typeof why === 'number' ? describeMoment(why, timeZone) : null;
    if (output === null)
      return at === null
        ? describeEnding('moment_past')
        : `Not let in: ${at} was past when the scenario was started`;
    return at === null ? 'Entered on the date' : `Entered on ${at}`;
  },
  repeat: () => 'Entered by the schedule',
  on_event: ({ settings }) => `Entered by the event ${settings.event.trim()}`,
  date_attribute: ({ settings }) => `Entered by the day in ${settings.attribute.trim()}`,
  api: () => 'Entered by a call of the API',
  condition: describeCondition,
  wait: describeWait,
  silent_hours: (_node, { why }, { timeZone }) =>
    typeof why === 'number' ? `Silent until ${describeMoment(why, timeZone)}` : 'Not silent: went on at once',
  split: describeSplit,
  limit: ({ settings: { most } }, { output }) => {
    const count = most.toLocaleString('en');
    return output === 'pass' ? `Among the first ${count}` : `${count} had passed before`;
  },
  sms: (_node, { why }) => {
    if (typeof why !== 'string') return 'Came to the message';
    return why === 'enqueued'
      ? 'Message passed on to be sent'
      : `Not sent: ${lowerFirst(describeRefusalType(why))}`;
  },
  webhook: describeWebhook,
  set_attribute: describeSet,
  track_event: ({ settings }, { why }) => {
    const failed = namesOf(why);
    const without = failed.length === 0 ? '' : `, without ${failed.join(', ')}`;
    return `Tracked ${settings.event.trim()}${without}`;
  },
  change_consent: describeConsent,
};

/** Why a customer left a node as they did, in one short sentence: the value that decided it in words. */
export const describeStep = (
  node: ScenarioNode,
  { output, why = null, ending = null }: DescribedStep,
  words: StepWords,
): string => {
  // What ends a walk at any node says it better than the node; where a value was kept, the node knows more.
  if (output === null && ending !== null && why === null) return describeEnding(ending);
  // The kind picks the words of that very kind, which a generic function cannot show.
  const describe = kinds[node.kind] as Describe<NodeKind>;
  return describe(node, { output, why }, words);
};
