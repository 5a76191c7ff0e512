import { scenarioStatusSchema, type ScenarioSort } from '@curlew/contract';
import { z } from 'zod';
import { cursorIdSchema, cursorTimeSchema } from '../../http/page.ts';

interface SortKey {
  /** What the rows are ordered by, before their id; never null. */
  readonly sql: string;
  readonly type: string;
  /** The same of the last row of a page, as text. */
  readonly schema: z.ZodType<string>;
}

// A text of a cursor goes to the database, which takes neither NUL nor half a character.
const textSchema = z
  .string()
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'is no text of a database');

const never = '-infinity';

/** `s` is the scenario, `last` its latest run. */
export const sortKeys: { readonly [S in ScenarioSort]: SortKey } = {
  updated: { sql: 's.updated_at', type: 'timestamptz', schema: cursorTimeSchema },
  name: { sql: 'lower(s.name)', type: 'text', schema: textSchema },
  status: { sql: 's.status', type: 'scenario_status', schema: scenarioStatusSchema },
  last_run: {
    sql: `coalesce(last.started_at, '${never}')`,
    type: 'timestamptz',
    schema: z.union([cursorTimeSchema, z.literal(never)]),
  },
};

/** A cursor belongs to one order: on another, the page after it would be any page. */
export const cursorSchemaOf = (sort: ScenarioSort, order: 'asc' | 'desc') =>
  z.tuple([z.literal(`${sort} ${order}`), sortKeys[sort].schema, cursorIdSchema]);
