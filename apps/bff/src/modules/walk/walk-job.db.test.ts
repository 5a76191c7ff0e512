import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChain, createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { readJobs, takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages } from '../../testing/read-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { beginScenario, walkScenario } from '../../testing/walk-scenario.ts';
import { describeRun } from '../runs/progress.ts';
import { describeScenario } from '../scenarios/service.ts';
import { walkEnrolments } from './walk-job.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

const begin = (options: Parameters<typeof beginScenario>[1]) => beginScenario(context, options);
const walkAll = (options: Parameters<typeof beginScenario>[1]) => walkScenario(context, options);

const runOf = ({ projectId, scenarioId }: TestCampaign, runId: string) =>
  describeRun(context, { projectId, scenarioId, runId });

const propertiesOf = async ({ projectId }: TestCampaign) =>
  (await readCampaignEvents(context, projectId)).map(({ properties }) => properties);

describe('a walk', () => {
  it('writes places, way, messages, events, counts and the next jobs', async () => {
    const { campaign, runId } = await walkAll({ document: createDocument(), customers: manyCustomers(3) });
    const { rows } = await context.database.pool.query(
      'SELECT DISTINCT node_id, status::text, visit, way_taken(path) AS path FROM enrolment WHERE run_id = $1',
      [runId],
    );
    expect(rows).toEqual([
      {
        node_id: 'sms-1',
        status: 'finished',
        visit: 2,
        path: [
          [1, 'out', expect.any(Number)],
          [2, 'out', expect.any(Number), 'enqueued'],
        ],
      },
    ]);
    const messages = await readMessages(context, campaign.projectId);
    expect(messages.map(({ status, text }) => `${status} ${text}`)).toEqual(Array(3).fill('enqueued Hello'));
    const [dispatch, ...more] = await takeJobs(context, 'dispatch');
    expect(more).toEqual([]);
    expect(dispatch?.integrationId).toBe(campaign.integrationId);
    expect(dispatch?.messageIds.toSorted()).toEqual(messages.map(({ id }) => id));
    expect(await runOf(campaign, runId)).toMatchObject({
      status: 'finished',
      enrolled: 3,
      walked: 3,
      nodes: expect.arrayContaining([
        expect.objectContaining({ nodeId: 'now', entered: 3, left: 3 }),
        expect.objectContaining({
          nodeId: 'sms-1',
          entered: 3,
          left: 3,
          enqueued: 3,
          sent: 0,
          suppressed: 0,
        }),
      ]),
      refusals: [],
    });
    const { projectId, scenarioId } = campaign;
    expect(await describeScenario(context, { projectId, scenarioId })).toMatchObject({ status: 'inactive' });
  });

  it('sends a customer through every SMS node on the way', async () => {
    const { campaign, runId } = await walkAll({ document: createChain(3), customers: manyCustomers(2) });
    expect(await readMessages(context, campaign.projectId)).toHaveLength(6);
    const events = await propertiesOf(campaign);
    expect(events.map((properties) => properties['action_id'])).toEqual([2, 3, 4, 2, 3, 4]);
    const { nodes } = await runOf(campaign, runId);
    expect(Object.fromEntries(nodes.map(({ nodeId, enqueued }) => [nodeId, enqueued]))).toEqual({
      now: 0,
      'sms-1': 2,
      'sms-2': 2,
      'sms-3': 2,
    });
    await takeJobs(context, 'dispatch');
  });

  it('that comes twice does nothing the second time', async () => {
    const { campaign, runId, jobs } = await walkAll({
      document: createDocument(),
      customers: manyCustomers(5),
    });
    const before = await runOf(campaign, runId);
    for (const job of jobs) await walkEnrolments(context, job);
    expect(await runOf(campaign, runId)).toEqual(before);
    expect(await readMessages(context, campaign.projectId)).toHaveLength(5);
    expect(await propertiesOf(campaign)).toHaveLength(5);
    expect(await takeJobs(context, 'dispatch')).toHaveLength(1);
  });

  it('that two workers make at once is made once', async () => {
    const { campaign, runId, jobs } = await begin({
      document: createDocument(),
      customers: manyCustomers(1_500),
    });
    const everyJobThrice = [...jobs, ...jobs, ...jobs];
    await Promise.all(everyJobThrice.map((job) => walkEnrolments(context, job)));
    expect(await readMessages(context, campaign.projectId)).toHaveLength(1_500);
    expect(await propertiesOf(campaign)).toHaveLength(1_500);
    expect(await runOf(campaign, runId)).toMatchObject({ status: 'finished', walked: 1_500 });
    const dispatches = await takeJobs(context, 'dispatch');
    expect(dispatches.flatMap(({ messageIds }) => messageIds)).toHaveLength(1_500);
  });

  it('leaves to later jobs whom its turn had no time for', async () => {
    const { campaign, runId, jobs } = await begin({
      document: createDocument(),
      customers: manyCustomers(3),
    });
    const turns: number[] = [];
    for (let queue = jobs; queue.length > 0; queue = await takeJobs(context, 'walk')) {
      for (const job of queue) {
        turns.push(job.enrolmentIds.length);
        await walkEnrolments(context, job, { turnMs: 0 });
      }
    }
    expect(turns).toEqual([3, 2, 1]);
    expect(await readMessages(context, campaign.projectId)).toHaveLength(3);
    expect(await runOf(campaign, runId)).toMatchObject({ status: 'finished', walked: 3 });
    await takeJobs(context, 'dispatch');
  });

  it('leaves to a later job the nodes that there was no time for', async () => {
    const { campaign, runId, jobs } = await begin({ document: createChain(3), customers: manyCustomers(2) });
    const places: string[] = [];
    for (let queue = jobs; queue.length > 0; queue = await takeJobs(context, 'walk')) {
      for (const job of queue) {
        places.push(`${job.nodeId} ${job.enrolmentIds.length}`);
        await walkEnrolments(context, job, { walkMs: -1_000 });
      }
    }
    expect(places).toEqual(['now 2', 'sms-1 2', 'sms-2 2', 'sms-3 2']);
    expect(await readMessages(context, campaign.projectId)).toHaveLength(6);
    const run = await runOf(campaign, runId);
    expect(run).toMatchObject({ status: 'finished', walked: 2 });
    expect(run.nodes.map(({ entered, left }) => [entered, left])).toEqual([
      [2, 2],
      [2, 2],
      [2, 2],
      [2, 2],
    ]);
    await takeJobs(context, 'dispatch');
  });

  it('that fails leaves everyone where they stood, and can be made again', async () => {
    const { campaign, runId, jobs } = await begin({
      document: createDocument(),
      customers: manyCustomers(2),
    });
    const { pool } = context.database;
    await pool.query(`CREATE OR REPLACE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'broken for a test'; END $$`);
    await pool.query('CREATE TRIGGER break_it BEFORE UPDATE ON run EXECUTE FUNCTION break_it()');
    for (const job of jobs) await expect(walkEnrolments(context, job)).rejects.toThrow('broken for a test');
    await pool.query('DROP TRIGGER break_it ON run');
    expect(await readMessages(context, campaign.projectId)).toEqual([]);
    expect(await propertiesOf(campaign)).toEqual([]);
    expect(await readJobs(context, 'dispatch')).toEqual([]);
    expect(await runOf(campaign, runId)).toMatchObject({ status: 'active', walked: 0 });
    for (const job of jobs) await walkEnrolments(context, job);
    expect(await runOf(campaign, runId)).toMatchObject({ status: 'finished', walked: 2 });
    await takeJobs(context, 'dispatch');
  });

  it('ends the run only with its last one', async () => {
    const { campaign, runId, jobs } = await begin({
      document: createDocument(),
      customers: manyCustomers(1_001),
    });
    const [first, second] = jobs.toSorted((a, b) => a.enrolmentIds.length - b.enrolmentIds.length);
    if (!first || !second) throw new Error('two walk jobs were expected');
    await walkEnrolments(context, first);
    expect(await runOf(campaign, runId)).toMatchObject({ status: 'active', walked: 250, finishedAt: null });
    await walkEnrolments(context, second);
    expect(await runOf(campaign, runId)).toMatchObject({ status: 'finished', walked: 1_001 });
    await takeJobs(context, 'dispatch');
  });
});
