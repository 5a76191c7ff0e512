import type { Comparison, CustomerFilter, FilterCondition } from '@curlew/scenario';

export interface PlainEvent {
  readonly type: string;
  readonly timestamp: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

const dayMs = 86_400_000;

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
const holds = (properties: Readonly<Record<string, unknown>>, { property, values }: Comparison): boolean =>
  textOf(properties[property]) === values[0];

/** Whether an event is one that a node asks for. */
export const isPlainMatch = (
  { type, properties }: PlainEvent,
  wanted: { readonly type: string; readonly where: readonly Comparison[] },
): boolean => type === wanted.type && wanted.where.every((comparison) => holds(properties, comparison));

interface Person {
  readonly attributes: ReadonlyMap<string, string | number>;
  readonly consents: ReadonlySet<string>;
  readonly events: readonly PlainEvent[];
}

const isTrue = (condition: FilterCondition, life: Person, now: number): boolean => {
  if (condition.kind === 'attribute') return holds(Object.fromEntries(life.attributes), condition);
  if (condition.kind === 'consent')
    return life.consents.has(condition.categoryId ?? '') === condition.isGranted;
  const { event, withinDays, atLeast, did, where } = condition;
  const since = withinDays === null ? 0 : now - withinDays * dayMs;
  const count = life.events.filter(
    (some) => some.timestamp >= since && isPlainMatch(some, { type: event, where }),
  ).length;
  return count >= atLeast === did;
};

const join = (match: 'all' | 'any', answers: readonly boolean[]): boolean =>
  match === 'all' ? answers.every((answer) => answer) : answers.some((answer) => answer);

/** Whether a customer meets a filter, every condition asked. */
export const isPlainlyMet = ({ match, groups }: CustomerFilter, life: Person, now: number): boolean => {
  const asked = groups.filter(({ conditions }) => conditions.length > 0);
  const answers = asked.map((group) =>
    join(
      group.match,
      group.conditions.map((condition) => isTrue(condition, life, now)),
    ),
  );
  return answers.length === 0 || join(match, answers);
};
