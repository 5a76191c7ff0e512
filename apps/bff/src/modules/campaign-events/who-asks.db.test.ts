import { afterAll, beforeAll, expect, it, describe } from 'vitest';
import type { ScenarioDocument } from '@curlew/scenario';
import { createFlow, createNode } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { startScenario } from '../runs/start.ts';
import { createScenario } from '../scenarios/service.ts';
import { describeEventNames, renameEvents } from './service.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

const draw = (campaign: TestCampaign, name: string, document: ScenarioDocument) =>
  createScenario(context, campaign.projectId, { name, document, by: campaign.start.by });

describe('before a name goes', () => {
  const filter = (event: string) => ({
    match: 'all' as const,
    groups: [
      {
        match: 'any' as const,
        conditions: [{ kind: 'event' as const, event, did: true, atLeast: 1, withinDays: null, where: [] }],
      },
    ],
  });
  const hour = { amount: 1, unit: 'hours' as const };

  it('the scenarios are named that ask for it, those that run first', async () => {
    const campaign = await createTestCampaign(context, {
      document: createFlow([createNode('on_event', { event: 'campaign' })], []),
      customers: [{}],
    });
    const { projectId } = campaign;
    const asking = [
      createNode('wait', { mode: 'event', event: ' campaign ' }),
      createNode('condition', { filter: filter('campaign') }),
      createNode('split', { winner: { after: hour, by: 'event', event: 'campaign' } }),
    ];
    for (const node of asking) await draw(campaign, `asks by ${node.kind}`, createFlow([node], []));
    const notAsking = [
      createNode('wait', { mode: 'duration', event: 'campaign' }),
      createNode('split', { winner: { after: hour, by: 'click_rate', event: 'campaign' } }),
      createNode('condition', { filter: filter('campaigns') }),
      createNode('track_event', { event: 'campaign' }),
    ];
    for (const node of notAsking) await draw(campaign, `does not by ${node.kind}`, createFlow([node], []));
    const runs = createFlow(
      [
        createNode('on_event', { event: 'campaign' }),
        createNode('set_attribute', {
          attributes: [{ name: 'told', type: 'text', value: 'yes' }],
        }),
      ],
      [['on_event', 'out', 'set_attribute']],
    );
    const running = await draw(campaign, 'runs', runs);
    await startScenario(context, {
      projectId,
      scenarioId: running.id,
      revision: running.revision,
      by: campaign.start.by,
    });
    await draw(await createTestCampaign(context, { document: runs }), 'of another project', runs);
    const { scenarios, scenarioCount } = await describeEventNames(context.database.pool, projectId);
    expect(scenarios.map(({ name, isRunning }) => [name, isRunning])).toEqual([
      ['runs', true],
      ['asks by condition', false],
      ['asks by split', false],
      ['asks by wait', false],
      ['Sale', false],
    ]);
    expect(scenarioCount).toBe(5);
    expect(await renameEvents(context, projectId, { name: 'text_message', userId: newId() })).toMatchObject({
      scenarios: [],
      scenarioCount: 0,
    });
  });
});
