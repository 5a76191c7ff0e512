import { afterAll, beforeAll } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../app-context.ts';
import { manyCustomers } from './add-test-customers.ts';
import type { TestCampaign } from './create-test-campaign.ts';
import { tally } from './read-campaign.ts';
import { readStatus, saveNext } from './scenario-life.ts';
import { createTestContext, type TestContext } from './test-context.ts';
import { beginScenario } from './walk-scenario.ts';

/** Everyone, and whoever signs up, goes through a Limit and waits an hour. */
export const throughLimit = drawDocument(
  [
    ['now', 'now'],
    ['on', 'on_event', { event: 'sign_up' }],
    ['limit', 'limit', { most: 5 }],
    ['wait', 'wait', { mode: 'duration', duration: { amount: 1, unit: 'hours' } }],
    ['sms', 'sms'],
  ],
  ['now > limit', 'on > limit', 'limit.pass > wait', 'wait > sms'],
);

/** The hooks of a file about what meets in a run whose customers go through a Limit, and what its tests do and ask. */
export const withLimitedRuns = (tell: (context: AppContext) => void) => {
  let test: TestContext;
  let context: AppContext;
  beforeAll(async () => {
    test = await createTestContext();
    ({ context } = test);
    tell(context);
  });
  afterAll(() => test.stop());
  return {
    /** A run of three customers whose walks have not begun. */
    begin: () => beginScenario(context, { document: throughLimit, customers: manyCustomers(3) }),
    saveAgain: (campaign: TestCampaign, revision = campaign.start.revision) =>
      saveNext(context, campaign, { document: throughLimit, revision }),
    statusOf: (campaign: TestCampaign) => readStatus(context, campaign),
    /** How many stand where: the status of the run, `node status`, and why they ended early. */
    places: async (projectId: string): Promise<Record<string, number>> => {
      const { rows } = await context.database.pool.query<{ place: string }>(
        `SELECT r.status || ' ' || node_id || ' ' || e.status || coalesce(' ' || ending, '') AS place
         FROM enrolment e JOIN run r ON r.id = e.run_id WHERE e.project_id = $1`,
        [projectId],
      );
      return tally(rows.map(({ place }) => place));
    },
  };
};
