import type { SmsSettings } from '@curlew/scenario';
import { createChain, createDocument } from '@curlew/testkit';
import type { AppContext } from '../app-context.ts';
import { dispatch } from '../modules/messages/dispatch.ts';
import { describeRun } from '../modules/runs/progress.ts';
import { startScenario } from '../modules/runs/start.ts';
import { createScenario } from '../modules/scenarios/service.ts';
import { walkEnrolments } from '../modules/walk/walk-job.ts';
import { newId } from '../new-id.ts';
import type { TestCustomer } from './add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from './create-test-campaign.ts';
import { startFakeOperator, type FakeOperator } from './fake-operator.ts';
import { takeJobs } from './queued-jobs.ts';
import { readCampaignEvents, tally } from './read-campaign.ts';
import { createTestContext } from './test-context.ts';

type Started = Pick<TestCampaign, 'start'>;
type Rules = readonly { readonly most: number; readonly days: number }[];

/** What tests of the rules of a message share: a server whose clock they set, an operator, and walks that go step by step. */
export interface RulesGround {
  readonly context: AppContext;
  readonly operator: FakeOperator;
  /** Milliseconds since 1970. */
  readonly clock: { now: number };
  /** A campaign of so many SMS nodes. */
  begin(
    settings: Partial<SmsSettings>,
    customers: readonly TestCustomer[],
    length?: number,
  ): Promise<TestCampaign>;
  /** Another scenario of the same project, ready to start. */
  addScenario(campaign: TestCampaign, settings: Partial<SmsSettings>): Promise<Started>;
  addPolicy(projectId: string, rules: Rules): Promise<string>;
  /** The id of the run. */
  start(scenario: Started): Promise<string>;
  walkAll(): Promise<void>;
  dispatchAll(): Promise<void>;
  /** How many campaign events there are of each status, with the reason of a refusal. */
  statuses(campaign: TestCampaign): Promise<Record<string, number>>;
  runOf(campaign: TestCampaign, runId: string): ReturnType<typeof describeRun>;
  /** Forgets the jobs of one test and sets the clock to noon. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

const noon = Date.parse('2026-11-24T12:00:00Z');

/** A fresh database at noon. */
export const openRulesGround = async (): Promise<RulesGround> => {
  const clock = { now: noon };
  const test = await createTestContext({ now: () => new Date(clock.now) });
  const { context } = test;
  const operator = await startFakeOperator();
  return {
    context,
    operator,
    clock,
    begin: (settings, customers, length = 1) =>
      createTestCampaign(context, {
        operatorUrl: operator.url,
        document: createChain(length, settings),
        customers,
      }),
    addScenario: async ({ projectId, start: { by } }, settings) => {
      const document = createDocument(settings);
      const { id, revision } = await createScenario(context, projectId, { name: 'Other', document, by });
      return { start: { projectId, scenarioId: id, revision, by } };
    },
    addPolicy: async (projectId, rules) => {
      const id = newId();
      await context.database.pool.query(
        'INSERT INTO frequency_policy (id, project_id, name, rules) VALUES ($1, $2, $3, $4)',
        [id, projectId, `Policy ${id}`, JSON.stringify(rules)],
      );
      return id;
    },
    start: async ({ start: request }) => (await startScenario(context, request)).id,
    walkAll: async () => {
      for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
    },
    dispatchAll: async () => {
      for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
    },
    statuses: async ({ projectId }) =>
      tally(
        (await readCampaignEvents(context, projectId)).map(({ properties: { status, type } }) =>
          typeof type === 'string' ? `${String(status)}/${type}` : String(status),
        ),
      ),
    runOf: ({ projectId, scenarioId }, runId) => describeRun(context, { projectId, scenarioId, runId }),
    clear: async () => {
      clock.now = noon;
      await takeJobs(context, 'walk');
      await takeJobs(context, 'dispatch');
    },
    stop: async () => {
      await operator.stop();
      await test.stop();
    },
  };
};
