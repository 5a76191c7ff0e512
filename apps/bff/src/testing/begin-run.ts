import type { Run } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import { trackEvents } from '../modules/customers/track-events.ts';
import { describeRun } from '../modules/runs/progress.ts';
import { startScenario } from '../modules/runs/start.ts';
import { newId } from '../new-id.ts';
import type { TestCustomer } from './add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from './create-test-campaign.ts';
import type { TestProject } from './create-test-project.ts';
import type { World } from './create-world.ts';
import { tally } from './read-campaign.ts';

/** A scenario that was started, and what tests look at. */
export interface BegunRun extends TestCampaign {
  readonly runId: string;
  run(): Promise<Run>;
  /** How many left a node by each output. */
  outputs(nodeId: string): Promise<Record<string, number>>;
  /** The ways taken, by customer. */
  paths(): Promise<(readonly unknown[])[][]>;
  /** How many stand where: `node status`, with why they ended early. */
  places(): Promise<Record<string, number>>;
  /** When each enrolment began, by customer. */
  entries(): Promise<{ customer: number; at: string }[]>;
  /** Tracks an event of a customer, by their place in the list, now. */
  track(
    customer: number,
    type: string,
    details?: { readonly properties?: Record<string, unknown>; readonly timestamp?: string },
  ): Promise<void>;
}

/** Starts a scenario in a world and lets happen what is due at once. */
export const beginRun = async (
  world: World,
  document: ScenarioDocument | ((project: TestProject) => ScenarioDocument),
  customers: readonly TestCustomer[] = [{}],
): Promise<BegunRun> => {
  const { context } = world;
  const { pool } = context.database;
  const campaign = await createTestCampaign(context, { document, customers });
  const { id: runId } = await startScenario(context, campaign.start);
  await world.settle();
  const { projectId, scenarioId, customerIds } = campaign;
  const run = () => describeRun(context, { projectId, scenarioId, runId });
  return {
    ...campaign,
    runId,
    run,
    outputs: async (nodeId) => {
      const node = (await run()).nodes.find((counted) => counted.nodeId === nodeId);
      return Object.fromEntries((node?.outputs ?? []).map(({ id, count }) => [id, count]));
    },
    paths: async () => {
      const { rows } = await pool.query<{ path: (readonly unknown[])[] }>(
        'SELECT way_taken(path) AS path FROM enrolment WHERE run_id = $1 ORDER BY customer_id, started_at',
        [runId],
      );
      return rows.map(({ path }) => path);
    },
    places: async () => {
      const { rows } = await pool.query<{ place: string }>(
        `SELECT node_id || ' ' || status || coalesce(' ' || ending, '') AS place FROM enrolment WHERE run_id = $1`,
        [runId],
      );
      return tally(rows.map(({ place }) => place));
    },
    entries: async () => {
      const { rows } = await pool.query<{ customerId: string; at: Date }>(
        `SELECT customer_id AS "customerId", started_at AS at FROM enrolment WHERE run_id = $1
         ORDER BY started_at, customer_id`,
        [runId],
      );
      return rows.map(({ customerId, at }) => ({
        customer: customerIds.indexOf(customerId),
        at: at.toISOString(),
      }));
    },
    track: (customer, type, { properties = {}, timestamp = new Date(world.now()).toISOString() } = {}) =>
      context.database.transaction((connection) =>
        trackEvents(connection, projectId, [
          { id: newId(), customerId: customerIds[customer] ?? '', type, timestamp, properties },
        ]),
      ),
  };
};
