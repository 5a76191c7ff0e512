import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '@curlew/scenario';
import { createChain, createDocument, createSmsNode } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { createTestProject } from '../../testing/create-test-project.ts';
import { readJobs, takeJobs } from '../../testing/queued-jobs.ts';
import { readStatus } from '../../testing/scenario-life.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { saveDraft } from '../scenarios/service.ts';
import { forecastStart } from './forecast.ts';
import { startScenario } from './start.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

/** What a project has of all that a start writes. */
const readTraces = async (projectId: string): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const table of ['scenario_version', 'run', 'enrolment', 'node_count']) {
    const { rows } = await context.database.pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${table} WHERE project_id = $1`,
      [projectId],
    );
    counts[table] = rows[0]?.count ?? 0;
  }
  const { rows } = await context.database.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM audit_entry WHERE project_id = $1 AND action = 'scenario.start'`,
    [projectId],
  );
  return { ...counts, audit: rows[0]?.count ?? 0, jobs: (await readJobs(context, 'walk')).length };
};

const oneStart = { scenario_version: 1, run: 1, enrolment: 3, node_count: 1, audit: 1, jobs: 1 };
const nothing = { scenario_version: 0, run: 0, enrolment: 0, node_count: 0, audit: 0, jobs: 0 };

const statusOf = (campaign: TestCampaign) => readStatus(context, campaign);

describe('a start', () => {
  it('pins the version, enrols everyone and queues their walks', async () => {
    const campaign = await createTestCampaign(context, {
      document: createDocument(),
      customers: manyCustomers(3),
    });
    const run = await startScenario(context, campaign.start);
    expect(run).toMatchObject({
      status: 'active',
      versionNumber: 1,
      enrolled: 3,
      walked: 0,
      startedBy: 'Tester',
    });
    expect(await statusOf(campaign)).toBe('active');
    expect(await readTraces(campaign.projectId)).toEqual(oneStart);
    const [job] = await takeJobs(context, 'walk');
    const { rows } = await context.database.pool.query<{ id: string; customer_id: string }>(
      'SELECT id, customer_id FROM enrolment WHERE run_id = $1',
      [run.id],
    );
    expect(job).toEqual({
      runId: run.id,
      nodeId: 'now',
      enrolmentIds: expect.arrayContaining(rows.map(({ id }) => id)),
      place: 0,
    });
    expect(rows.map((row) => row.customer_id).toSorted()).toEqual(campaign.customerIds.toSorted());
  });

  it('puts a thousand enrolments into a job, and fewer into the first; each into one', async () => {
    const campaign = await createTestCampaign(context, {
      document: createDocument(),
      customers: manyCustomers(2_500),
    });
    const run = await startScenario(context, campaign.start);
    const jobs = await takeJobs(context, 'walk');
    const sizes = jobs.map(({ place, enrolmentIds }) => [place, enrolmentIds.length]);
    expect(sizes.toSorted(([a = 0], [b = 0]) => a - b)).toEqual([
      [0, 250],
      [1, 1_000],
      [2, 1_000],
      [3, 250],
    ]);
    expect(new Set(jobs.flatMap(({ enrolmentIds }) => enrolmentIds)).size).toBe(2_500);
    expect(run.enrolled).toBe(2_500);
  });

  it('enrols nobody of another project, nor who comes later', async () => {
    const first = await createTestCampaign(context, {
      document: createDocument(),
      customers: manyCustomers(2),
    });
    await createTestCampaign(context, { document: createDocument(), customers: manyCustomers(5) });
    expect((await startScenario(context, first.start)).enrolled).toBe(2);
    await takeJobs(context, 'walk');
  });

  it('enrols at every trigger', async () => {
    const one = createDocument();
    const document: ScenarioDocument = {
      ...one,
      nextNumber: 4,
      nodes: [
        ...one.nodes,
        { id: 'now-2', number: 3, name: 'Now 2', position: { x: 0, y: 200 }, kind: 'now', settings: {} },
      ],
      edges: [...one.edges, { id: 'e2', source: 'now-2', output: 'out', target: 'sms-1' }],
    };
    const campaign = await createTestCampaign(context, { document, customers: manyCustomers(2) });
    expect((await startScenario(context, campaign.start)).enrolled).toBe(4);
    expect((await takeJobs(context, 'walk')).map(({ nodeId }) => nodeId).toSorted()).toEqual([
      'now',
      'now-2',
    ]);
  });

  it('with nobody to enrol is over at once', async () => {
    const campaign = await createTestCampaign(context, { document: createDocument() });
    expect(await startScenario(context, campaign.start)).toMatchObject({ status: 'finished', enrolled: 0 });
    expect(await statusOf(campaign)).toBe('inactive');
    expect(await readJobs(context, 'walk')).toEqual([]);
  });

  it('numbers the versions of a scenario', async () => {
    const campaign = await createTestCampaign(context, { document: createDocument() });
    await startScenario(context, campaign.start);
    expect(await startScenario(context, campaign.start)).toMatchObject({ versionNumber: 2 });
  });
});

describe('a start that fails', () => {
  // The last thing a start writes is the audit entry, and the jobs come just before it.
  it.each(['enrolment', 'node_count', 'audit_entry'])('at the table %s leaves nothing', async (table) => {
    const campaign = await createTestCampaign(context, {
      document: createDocument(),
      customers: manyCustomers(3),
    });
    const { pool } = context.database;
    await pool.query(`CREATE OR REPLACE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'broken for a test'; END $$`);
    await pool.query(`CREATE TRIGGER break_it BEFORE INSERT ON ${table} EXECUTE FUNCTION break_it()`);
    try {
      await expect(startScenario(context, campaign.start)).rejects.toThrow('broken for a test');
    } finally {
      await pool.query(`DROP TRIGGER break_it ON ${table}`);
    }
    expect(await readTraces(campaign.projectId)).toEqual(nothing);
    expect(await statusOf(campaign)).toBe('draft');
    expect((await startScenario(context, campaign.start)).enrolled).toBe(3);
    await takeJobs(context, 'walk');
  });
});

describe('a start is refused', () => {
  const refusal = async (campaign: TestCampaign, change: { revision?: number } = {}) => {
    const cause: unknown = await startScenario(context, { ...campaign.start, ...change }).catch(
      (error: unknown) => error,
    );
    expect(await readTraces(campaign.projectId)).toEqual(nothing);
    return cause;
  };

  it('for another revision than the one looked at', async () => {
    const campaign = await createTestCampaign(context, { document: createDocument() });
    const { projectId, scenarioId, start } = campaign;
    const by = { userId: start.by.userId, name: 'Someone Else' };
    await saveDraft(context, { projectId, scenarioId }, { revision: 0, document: createChain(2), by });
    expect(await refusal(campaign)).toMatchObject({
      code: 'revision_conflict',
      message: expect.stringContaining('Someone Else'),
    });
  });

  it('in a project that does not have the scenario', async () => {
    const campaign = await createTestCampaign(context, { document: createDocument() });
    const stranger = await createTestProject(context);
    const request = { ...campaign.start, projectId: stranger.projectId };
    await expect(startScenario(context, request)).rejects.toMatchObject({ code: 'not_found' });
    expect(await readTraces(campaign.projectId)).toEqual(nothing);
  });

  it.each<[string, string, ScenarioDocument]>([
    ['no trigger', 'no_trigger', { ...createDocument(), nodes: [createSmsNode()], edges: [] }],
    [
      'no message',
      'no_message',
      { ...createDocument(), nodes: createDocument().nodes.slice(0, 1), edges: [] },
    ],
    ['an empty sender', 'sender_missing', createDocument({ sender: ' ' })],
    ['an empty message', 'message_missing', createDocument({ versions: [{ language: 'en', message: '' }] })],
    ['a dangling node', 'not_connected', { ...createChain(2), edges: createChain(2).edges.slice(0, 1) }],
    ['an integration of nobody', 'no_integration', createDocument({ integrationId: newId() })],
    ['a deleted consent category', 'no_consent_category', createDocument({ consentCategoryId: newId() })],
  ])('for %s', async (_, code, document) => {
    const campaign = await createTestCampaign(context, { document, customers: manyCustomers(1) });
    expect(await refusal(campaign)).toMatchObject({
      code: 'has_issues',
      details: { issues: expect.arrayContaining([expect.objectContaining({ code })]) },
    });
    const { issues, triggers } = await forecastStart(context, campaign.start);
    expect(issues.map((issue) => issue.code)).toContain(code);
    expect(triggers).toEqual([]);
  });

  it('for an integration or a category of another project', async () => {
    const other = await createTestCampaign(context, { document: createDocument() });
    const { integrationId, marketingId: consentCategoryId } = other;
    const campaign = await createTestCampaign(context, {
      document: createDocument({ integrationId, consentCategoryId }),
    });
    const cause = await refusal(campaign);
    expect(cause).toMatchObject({ code: 'has_issues' });
    expect(JSON.stringify(cause)).toContain('no_integration');
    expect(JSON.stringify(cause)).toContain('no_consent_category');
  });

  it('without any integration', async () => {
    const campaign = await createTestCampaign(context, { document: createDocument() });
    await context.database.pool.query('DELETE FROM integration WHERE id = $1', [campaign.integrationId]);
    expect(await refusal(campaign)).toMatchObject({ code: 'has_issues' });
  });

  it('while it runs, and only one of many at once gets through', async () => {
    const campaign = await createTestCampaign(context, {
      document: createDocument(),
      customers: manyCustomers(2),
    });
    const starts = await Promise.allSettled(
      Array.from({ length: 5 }, () => startScenario(context, campaign.start)),
    );
    const refused = starts.flatMap((start) => (start.status === 'rejected' ? [start.reason] : []));
    expect(refused).toHaveLength(4);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'already_running' });
    expect(await readTraces(campaign.projectId)).toMatchObject({ run: 1, enrolment: 2, jobs: 1 });
    await expect(startScenario(context, campaign.start)).rejects.toMatchObject({ code: 'already_running' });
    await takeJobs(context, 'walk');
  });
});
