import type { TriggerForecast } from '@curlew/contract';
import type { AppContext } from '../app-context.ts';
import { forecastStart } from '../modules/runs/forecast.ts';
import type { TestCampaign } from './create-test-campaign.ts';

/** The forecast of a scenario's one trigger. */
export const forecastOnly = async (
  context: AppContext,
  { start }: TestCampaign,
  longestMs?: number,
): Promise<TriggerForecast> => {
  const { triggers } = await forecastStart(context, start, longestMs === undefined ? {} : { longestMs });
  const [trigger] = triggers;
  if (!trigger || triggers.length > 1) throw new Error(`there are ${triggers.length} triggers`);
  return trigger;
};

/** What customers did: who (by their place in the list), what, how many hours before a moment, and with which properties. */
export const addPastEvents = async (
  { database }: Pick<AppContext, 'database'>,
  { projectId, customerIds }: TestCampaign,
  {
    before,
    events,
  }: {
    readonly before: number;
    readonly events: readonly (readonly [
      customer: number,
      type: string,
      hoursAgo: number,
      properties?: object,
    ])[];
  },
): Promise<void> => {
  await database.pool.query(
    `INSERT INTO customer_event (id, project_id, customer_id, type, timestamp, properties)
     SELECT new_uuid(), $1, e.* FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::jsonb[]) AS e`,
    [
      projectId,
      events.map(([customer]) => customerIds[customer]),
      events.map(([, type]) => type),
      events.map(([, , hoursAgo]) => new Date(before - hoursAgo * 3_600_000)),
      events.map(([, , , properties = {}]) => JSON.stringify(properties)),
    ],
  );
};
