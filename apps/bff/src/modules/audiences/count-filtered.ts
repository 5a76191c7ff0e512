import type { FilterCount } from '@curlew/contract';
import type { CustomerFilter } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { inTime } from '../../database/in-time.ts';
import { ApiFailure } from '../../http/api-failure.ts';
import { countCustomers, nameCustomers } from '../customers/service.ts';
import { listCategoryIds, readProjectRules } from '../projects/service.ts';
import { compileFilter, type FilterSettings } from './compile-filter.ts';
import { readCount, readSampleCount } from './store.ts';

const longestMs = 2_000;
const sampleSize = 2_000;
/** The embedded database cannot end a statement, so of more customers than this it is asked about a sample only. */
const embeddedUpTo = 20_000;

type World = Pick<AppContext, 'database' | 'now'>;

type Counted = Pick<FilterCount, 'count' | 'isEstimate'> & { readonly firstIds: readonly string[] };

const readSettings = async (context: World, projectId: string): Promise<FilterSettings> => {
  const [{ timeZone }, categories] = await Promise.all([
    readProjectRules(context, projectId),
    listCategoryIds(context, projectId),
  ]);
  return { projectId, timeZone, generalCategories: categories.general, now: context.now().getTime() };
};

const countExactly = (
  { database }: World,
  filter: CustomerFilter,
  settings: FilterSettings,
): Promise<Counted | null> =>
  inTime(database, longestMs, async (connection) => ({
    ...(await readCount(connection, compileFilter(filter, settings))),
    isEstimate: false,
  }));

const estimateCount = async (
  { database }: World,
  filter: CustomerFilter,
  { settings, total }: { settings: FilterSettings; total: number },
): Promise<Counted | null> => {
  const compiled = compileFilter(filter, { ...settings, isForFew: true });
  const met = await inTime(database, longestMs, (connection) =>
    readSampleCount(connection, compiled, sampleSize),
  );
  if (!met) return null;
  const { count, looked, firstIds } = met;
  const isEstimate = looked < total;
  return { count: isEstimate ? Math.round((count / looked) * total) : count, isEstimate, firstIds };
};

/** How many customers meet a filter now: exactly where that takes two seconds at most, else by a random sample. */
export const countFiltered = async (
  context: World,
  projectId: string,
  filter: CustomerFilter,
): Promise<FilterCount> => {
  const { database } = context;
  const settings = await readSettings(context, projectId);
  const total = await countCustomers(database.pool, projectId);
  const mayCount = database.isShared || total <= embeddedUpTo;
  const counted =
    (mayCount ? await countExactly(context, filter, settings) : null) ??
    (await estimateCount(context, filter, { settings, total }));
  if (!counted) {
    throw new ApiFailure(
      'too_slow',
      'Counting who meets these conditions takes too long: remove a condition, or ask for fewer days.',
    );
  }
  const { count, isEstimate, firstIds } = counted;
  return { count, isEstimate, total, sample: await nameCustomers(database.pool, projectId, firstIds) };
};
