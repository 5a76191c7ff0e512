import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dryScriptSchema, type Expectation } from '@curlew/contract';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { readJobs } from '../../testing/queued-jobs.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { forecastStart } from '../runs/forecast.ts';
import { startScenario } from '../runs/start.ts';
import { judgeExpectations, runExpectations } from './run-expectations.ts';
import { changeExpectation, createExpectation, deleteExpectation, listExpectations } from './service.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

const campaignOfOne = (): Promise<TestCampaign> =>
  createTestCampaign(context, { document: createDocument(), customers: manyCustomers(1) });

const gets = (contains: string): Expectation['expected'][number] => ({
  kind: 'gets',
  nodeId: 'sms-1',
  contains,
  language: 'en',
  from: 0,
  to: 60,
});

const expectOf = (
  campaign: TestCampaign,
  { expected, ...more }: Partial<Expectation> & Pick<Expectation, 'expected'>,
): Promise<Expectation> =>
  createExpectation(context, campaign, {
    name: 'Gets it',
    customer: { kind: 'real', id: campaign.customerIds[0] ?? '' },
    start: { kind: 'weekday', weekday: 'mon', time: '09:00' },
    script: dryScriptSchema.parse({ days: 1 }),
    blocks: false,
    ...more,
    expected,
    by: campaign.start.by,
  });

const auditsOf = async ({ projectId }: TestCampaign): Promise<string[]> => {
  const { rows } = await context.database.pool.query<{ action: string }>(
    `SELECT action FROM audit_entry WHERE project_id = $1 AND action LIKE 'expectation.%' ORDER BY id`,
    [projectId],
  );
  return rows.map(({ action }) => action);
};

describe('what is expected of a scenario', () => {
  it('is written down, renamed and deleted, each told in the audit log', async () => {
    const campaign = await campaignOfOne();
    const made = await expectOf(campaign, { expected: [gets('Hi')] });
    expect(await listExpectations(context, campaign)).toEqual([made]);
    const which = { ...campaign, expectationId: made.id };
    const { by } = campaign.start;
    const changed = await changeExpectation(context, which, { name: 'Gets the offer', by });
    expect(changed).toEqual({ ...made, name: 'Gets the offer' });
    const expected = [{ ...gets('Ahoj'), language: 'sk', to: null }, { kind: 'gets_nothing' as const }];
    expect(await changeExpectation(context, which, { expected, blocks: true, by })).toEqual({
      ...changed,
      expected,
      blocks: true,
    });
    await deleteExpectation(context, which, { by });
    expect(await listExpectations(context, campaign)).toEqual([]);
    expect(await auditsOf(campaign)).toEqual([
      'expectation.create',
      'expectation.change',
      'expectation.change',
      'expectation.delete',
    ]);
  });

  it('is of a customer of the project', async () => {
    const [campaign, other] = [await campaignOfOne(), await campaignOfOne()];
    const customer = { kind: 'real' as const, id: other.customerIds[0] ?? '' };
    await expect(expectOf(campaign, { customer, expected: [gets('')] })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('is played over what is drawn, and the difference is said in words', async () => {
    const campaign = await campaignOfOne();
    await expectOf(campaign, { name: 'One', expected: [gets('Customer 0')] });
    await expectOf(campaign, { name: 'Two', expected: [{ kind: 'gets_nothing' }] });
    const { projectId, scenarioId } = campaign;
    const document = createDocument({
      versions: [{ language: 'en', message: 'Hi {{ customer.first_name }}' }],
    });
    const results = await runExpectations(context, { projectId, scenarioId, document });
    expect(results).toMatchObject([
      { name: 'One', status: 'met', differences: [] },
      { name: 'Two', status: 'not_met' },
    ]);
    expect(results[1]?.differences[0]?.message).toMatch(
      /^Expected no message, and came “.+” on Monday.* 09:00, which says “Hi Customer 0” in en$/,
    );
    const broken = createDocument({ versions: [{ language: 'en', message: '{{ ' }] });
    const unrun = await runExpectations(context, { projectId, scenarioId, document: broken });
    expect(unrun.map(({ status }) => status)).toEqual(['not_run', 'not_run']);
  });

  it('is not met where there is no time, nor for a customer who is gone', async () => {
    const campaign = await campaignOfOne();
    await expectOf(campaign, { expected: [{ kind: 'gets_nothing' }] });
    const { projectId, scenarioId } = campaign;
    const drawn = { projectId, scenario: { id: scenarioId, name: 'Sale' }, document: createDocument() };
    const statusIn = async (longestMs: number) =>
      (await judgeExpectations(context, drawn, { kind: 'look', longestMs }))[0]?.status;
    expect(await statusIn(0)).toBe('not_run');
    await context.database.pool.query('DELETE FROM customer WHERE project_id = $1', [projectId]);
    expect(await statusIn(10_000)).toBe('not_run');
  });

  it('that is not met warns before a start, and keeps it from starting where it blocks', async () => {
    const campaign = await campaignOfOne();
    const made = await expectOf(campaign, { name: 'Quiet', expected: [{ kind: 'gets_nothing' }] });
    const issuesOf = async () => (await forecastStart(context, campaign)).issues;
    expect(await issuesOf()).toContainEqual(
      expect.objectContaining({ code: 'expectation_not_met', severity: 'warning' }),
    );
    const which = { ...campaign, expectationId: made.id };
    const { by } = campaign.start;
    await changeExpectation(context, which, { blocks: true, by });
    await expect(startScenario(context, campaign.start)).rejects.toMatchObject({ code: 'has_issues' });
    expect(await readJobs(context, 'walk')).toEqual([]);
    await changeExpectation(context, which, { blocks: false, by });
    expect(await startScenario(context, campaign.start)).toMatchObject({ enrolled: 1 });
  });
});
