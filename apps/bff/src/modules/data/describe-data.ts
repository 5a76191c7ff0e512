import type { PoolClient } from 'pg';
import type { DataDescription } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { inTime } from '../../database/in-time.ts';
import { ApiFailure } from '../../http/api-failure.ts';
import { countCustomers } from '../customers/service.ts';
import { describeValues } from './describe-values.ts';
import {
  readAttributeValues,
  readDeclaredTypes,
  readEventCounts,
  readEventTypes,
  readPropertyValues,
  readRandomIds,
  type EventTypeRow,
} from './store.ts';

const longestMs = 2_000;
const sampleSize = 1_000;
const mostAttributes = 500;
const mostTypes = 100;
const mostProperties = 100;
/** Events of a type are counted up to here; of more it is reckoned from the sample how many there are. */
const countedUpTo = 10_000;
const eventsOfCustomer = 500;
const latestEvents = 50;

interface Sample {
  readonly projectId: string;
  readonly customerIds: readonly string[];
  readonly total: number;
}

const describeAttributes = async (
  connection: PoolClient,
  { projectId, customerIds }: Sample,
): Promise<DataDescription['attributes']> => {
  const declared = await readDeclaredTypes(connection, projectId);
  const values = await readAttributeValues(connection, projectId, customerIds);
  const described = describeValues(values, new Map(declared.map(({ name, type }) => [name, type])));
  return described.slice(0, mostAttributes).map(({ name, type, examples, count }) => ({
    name,
    type,
    examples,
    share: customerIds.length === 0 ? 0 : count / customerIds.length,
  }));
};

const countEvents = (
  { count }: EventTypeRow,
  inSample: number,
  { customerIds, total }: Sample,
): { count: number; isEstimate: boolean } => {
  if (count < countedUpTo) return { count, isEstimate: false };
  const reckoned = Math.round((inSample / Math.max(1, customerIds.length)) * total);
  return { count: Math.max(count, reckoned), isEstimate: true };
};

const describeEvents = async (connection: PoolClient, sample: Sample): Promise<DataDescription['events']> => {
  const { projectId, customerIds } = sample;
  const types = await readEventTypes(connection, projectId, { types: mostTypes, counted: countedUpTo });
  const counts = await readEventCounts(connection, projectId, { customerIds, each: eventsOfCustomer });
  const values = await readPropertyValues(connection, projectId, {
    types: types.map(({ type }) => type),
    latest: latestEvents,
  });
  const byType = Map.groupBy(values, ({ type }) => type);
  return types.map((row) => ({
    type: row.type,
    ...countEvents(row, counts.get(row.type) ?? 0, sample),
    lastSeenAt: row.lastSeenAt.toISOString(),
    properties: describeValues(byType.get(row.type) ?? [])
      .slice(0, mostProperties)
      .map(({ name, type, examples }) => ({ name, type, examples })),
  }));
};

/** Which attributes and events the customers of a project have. Looks at a sample of them: its cost does not grow with theirs. */
export const describeData = async (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
): Promise<DataDescription> => {
  const description = await inTime(database, longestMs, async (connection) => {
    const total = await countCustomers(connection, projectId);
    const customerIds = await readRandomIds(connection, projectId, sampleSize);
    const sample = { projectId, customerIds, total };
    return {
      sampled: customerIds.length < total ? customerIds.length : null,
      attributes: await describeAttributes(connection, sample),
      events: await describeEvents(connection, sample),
    };
  });
  if (description) return description;
  throw new ApiFailure(
    'too_slow',
    'Looking through the customers takes too long now: try again in a moment.',
  );
};
