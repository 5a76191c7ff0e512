import { findFilterIssues, type CustomerFilter, type FilterCondition } from '@curlew/scenario';
import { compileComparison, type SqlClock } from './compile-comparison.ts';
import { createParameters, type Parameters } from './parameters.ts';

/** What a filter is compiled for. */
export interface FilterSettings {
  readonly projectId: string;
  /** IANA name of the project's zone. */
  readonly timeZone: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** Ids of the categories of kind General: everyone may be written to under them. */
  readonly generalCategories: ReadonlySet<string>;
  /** Whether it is asked of few customers, so that looking at each one's events is cheaper than at all events. */
  readonly isForFew?: boolean;
}

/** A condition of a WHERE clause on `customer c`, with the values of its parameters. The first is the project's id. */
export interface CompiledFilter {
  readonly sql: string;
  readonly values: readonly unknown[];
}

interface Ground {
  readonly settings: FilterSettings;
  readonly parameters: Parameters;
  readonly projectId: string;
  readonly clock: SqlClock;
}

const dayMs = 86_400_000;

type ConditionOf<K extends FilterCondition['kind']> = Extract<FilterCondition, { kind: K }>;

const compileEvent = (condition: ConditionOf<'event'>, ground: Ground): string => {
  const { settings, parameters, projectId, clock } = ground;
  const { event, did, atLeast, withinDays, where } = condition;
  const asked = [
    `e.project_id = ${projectId}`,
    `e.type = ${parameters.add(event.trim(), 'text')}`,
    ...(withinDays === null
      ? []
      : [
          `e.timestamp >= ${parameters.add(new Date(settings.now - withinDays * dayMs).toISOString(), 'timestamptz')}`,
        ]),
    ...where.map((comparison) =>
      compileComparison(comparison, { properties: 'e.properties', parameters, clock }),
    ),
  ].join(' AND ');
  const count = (): string => parameters.add(atLeast, 'int');
  const own = `SELECT FROM customer_event e WHERE e.customer_id = c.id AND ${asked}`;
  const found =
    // An EXISTS is planned either way as the planner likes; one with a count it could only work out for each customer.
    atLeast === 1
      ? `EXISTS (${own})`
      : settings.isForFew
        ? `EXISTS (${own} OFFSET ${count()} - 1)`
        : `c.id IN (SELECT e.customer_id FROM customer_event e WHERE ${asked}
            GROUP BY e.customer_id HAVING count(*) >= ${count()})`;
  return did ? found : `NOT ${found}`;
};

const compileConsent = ({ categoryId, isGranted }: ConditionOf<'consent'>, ground: Ground): string => {
  const { settings, parameters, projectId, clock } = ground;
  // A condition without a category has an issue.
  if (categoryId === null) return 'FALSE';
  if (settings.generalCategories.has(categoryId)) return isGranted ? 'TRUE' : 'FALSE';
  const category = parameters.add(categoryId, 'uuid');
  const found = `EXISTS (SELECT FROM consent s
    WHERE s.customer_id = c.id AND s.category_id = ${category} AND s.project_id = ${projectId} AND s.is_granted
      AND (s.valid_until IS NULL OR s.valid_until > ${clock.now()})
      AND EXISTS (SELECT FROM consent_category g WHERE g.id = s.category_id AND g.project_id = ${projectId}))`;
  return isGranted ? found : `NOT ${found}`;
};

const compileCondition = (condition: FilterCondition, ground: Ground): string => {
  const alone: CustomerFilter = { match: 'all', groups: [{ match: 'all', conditions: [condition] }] };
  // What is not asked completely is met by nobody (N46).
  if (findFilterIssues(alone, '').some(({ severity }) => severity === 'error')) return 'FALSE';
  switch (condition.kind) {
    case 'attribute': {
      const { parameters, clock } = ground;
      return compileComparison(condition, { properties: 'c.attributes', parameters, clock });
    }
    case 'event':
      return compileEvent(condition, ground);
    case 'consent':
      return compileConsent(condition, ground);
  }
};

const join = (match: CustomerFilter['match'], parts: readonly string[]): string =>
  `(${parts.join(match === 'all' ? ' AND ' : ' OR ')})`;

/** Says a filter in SQL: the same customers meet it as meet `createFilterTest` of @curlew/scenario. */
export const compileFilter = (filter: CustomerFilter, settings: FilterSettings): CompiledFilter => {
  const parameters = createParameters();
  const projectId = parameters.add(settings.projectId, 'uuid');
  const clock = {
    now: () => parameters.add(new Date(settings.now).toISOString(), 'timestamptz'),
    timeZone: () => parameters.add(settings.timeZone, 'text'),
  };
  const ground = { settings, parameters, projectId, clock };
  const groups = filter.groups
    .filter(({ conditions }) => conditions.length > 0)
    .map(({ match, conditions }) =>
      join(
        match,
        conditions.map((condition) => compileCondition(condition, ground)),
      ),
    );
  return {
    sql: groups.length === 0 ? 'TRUE' : join(filter.match, groups),
    values: parameters.values,
  };
};
