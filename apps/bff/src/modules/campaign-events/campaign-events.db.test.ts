import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { createTestProject } from '../../testing/create-test-project.ts';
import { openReceiptsGround, type ReceiptsGround } from '../../testing/open-receipts-ground.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readMessages } from '../../testing/read-campaign.ts';
import { listCustomerEvents } from '../customers/list-events.ts';
import { trackEvents } from '../customers/track-events.ts';
import { trackNamed } from '../customers/track-named.ts';
import { dispatch } from '../messages/dispatch.ts';
import { trackClick } from '../messages/track-click.ts';
import { holdTrackedEvents } from '../runs/hold-tracked-events.ts';
import { finishScenario } from '../runs/life-cycle.ts';
import { startScenario } from '../runs/start.ts';
import { describeEventNames, renameEvents } from './service.ts';

let ground: ReceiptsGround;
let context: AppContext;

beforeAll(async () => {
  ground = await openReceiptsGround();
  ({ context } = ground);
});
beforeEach(async () => {
  ground.acceptAll();
  await takeJobs(context, 'walk');
});
afterAll(() => ground.stop());

const rename = (projectId: string, name: string) =>
  renameEvents(context, projectId, { name, userId: newId() });
const describeNames = (projectId: string) => describeEventNames(context.database.pool, projectId);

const trackAnother = (projectId: string, customerId: string, type: string) =>
  context.database.transaction((connection) =>
    trackEvents(connection, projectId, [
      { id: newId(), customerId, type, timestamp: new Date().toISOString(), properties: {} },
    ]),
  );

const typesOf = async ({ projectId, customerIds: [customerId = ''] }: TestCampaign) => {
  const query = { limit: 50, only: 'campaign' } as const;
  const { items } = await listCustomerEvents(context, { projectId, customerId }, query);
  expect(items.every(({ isCampaign }) => isCampaign)).toBe(true);
  return items.map(({ type, properties }) => [type, properties['status']]).toReversed();
};

describe('the name of campaign events', () => {
  it('is theirs from the change on, comes back, and each change is in the log', async () => {
    const { projectId } = await createTestProject(context);
    const nobody = { scenarios: [], scenarioCount: 0 };
    expect(await describeNames(projectId)).toEqual({ name: 'campaign', earlierNames: [], ...nobody });
    await rename(projectId, 'campaign');
    await rename(projectId, 'text_message');
    const third = { name: 'sms', earlierNames: ['text_message', 'campaign'], ...nobody };
    expect(await rename(projectId, 'sms')).toEqual(third);
    const back = { name: 'campaign', earlierNames: ['sms', 'text_message'], ...nobody };
    expect(await rename(projectId, 'campaign')).toEqual(back);
    expect(await describeNames(projectId)).toEqual(back);
    const { rows } = await context.database.pool.query<{ detail: unknown }>(
      `SELECT detail FROM audit_entry WHERE project_id = $1 AND action = 'campaign_events.rename' ORDER BY id`,
      [projectId],
    );
    expect(rows.map(({ detail }) => detail)).toEqual([
      { before: 'campaign', after: 'text_message' },
      { before: 'text_message', after: 'sms' },
      { before: 'sms', after: 'campaign' },
    ]);
    const other = await createTestProject(context);
    expect(await describeNames(other.projectId)).toMatchObject({ name: 'campaign', earlierNames: [] });
  });

  it('of two changes at once both are kept', async () => {
    const { projectId } = await createTestProject(context);
    await Promise.all([rename(projectId, 'one'), rename(projectId, 'two')]);
    const { name, earlierNames } = await describeNames(projectId);
    expect([name, ...earlierNames].toSorted()).toEqual(['campaign', 'one', 'two']);
    expect(earlierNames[1]).toBe('campaign');
  });

  it.each(['\u200b', 'e\u202evil'])(
    'is refused at its field where nobody sees all of it: %j',
    async (name) => {
      const { projectId } = await createTestProject(context);
      const message = 'The name holds a character that nobody sees: type it by hand.';
      await expect(rename(projectId, name)).rejects.toMatchObject({
        code: 'bad_request',
        details: { fields: [{ path: 'name', message }] },
      });
      expect(await describeNames(projectId)).toMatchObject({ name: 'campaign', earlierNames: [] });
    },
  );

  it('is refused at its field where customers have other events of it', async () => {
    const campaign = await createTestCampaign(context, { document: drawDocument([], []), customers: [{}] });
    const { projectId, customerIds } = campaign;
    await trackAnother(projectId, customerIds[0] ?? '', 'purchase');
    const message = 'Customers have other events named “purchase” already: choose another name.';
    await expect(rename(projectId, 'purchase')).rejects.toMatchObject({
      code: 'bad_request',
      message,
      details: { fields: [{ path: 'name', message }] },
    });
    expect(await describeNames(projectId)).toMatchObject({ name: 'campaign', earlierNames: [] });
    // Those of another project are its own matter.
    const other = await createTestProject(context);
    expect(await rename(other.projectId, 'purchase')).toMatchObject({ name: 'purchase' });
  });

  it('is refused where something that runs tracks others under it, until that ends', async () => {
    const campaign = await createTestCampaign(context, {
      document: drawDocument(
        [
          ['on', 'on_event', { event: 'visit' }],
          ['mark', 'track_event', { event: ' marked ' }],
        ],
        ['on > mark'],
      ),
      customers: [{}],
    });
    const { projectId, scenarioId, start } = campaign;
    await startScenario(context, start);
    await expect(rename(projectId, 'marked')).rejects.toThrow(
      '“Sale” runs and tracks events named “marked”: choose another name, or stop it first.',
    );
    await finishScenario(context, { projectId, scenarioId, by: { userId: start.by.userId } });
    expect(await rename(projectId, 'marked')).toMatchObject({ name: 'marked' });
  });

  it('is one of fifty at most', async () => {
    const { projectId } = await createTestProject(context);
    for (let number = 1; number < 50; number += 1) await rename(projectId, `name ${number}`);
    await expect(rename(projectId, 'one more')).rejects.toThrow('50 names already');
    expect(await rename(projectId, 'name 7')).toMatchObject({ name: 'name 7' });
  });
});

describe('events of a message', () => {
  it('keep the name that was theirs when they were written, and are all told as campaign events', async () => {
    const campaign = await ground.enqueue();
    const { projectId, customerIds } = campaign;
    await trackAnother(projectId, customerIds[0] ?? '', 'visit');
    await rename(projectId, 'text_message');
    for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
    const told = [
      ['campaign', 'enqueued'],
      ['text_message', 'sent'],
    ];
    expect(await typesOf(campaign)).toEqual(told);
    await rename(projectId, 'sms');
    await ground.post(campaign.integrationId, ground.report());
    await ground.apply(campaign);
    expect(await typesOf(campaign)).toEqual([...told, ['sms', 'delivered']]);
    await rename(projectId, 'campaign');
    const [message] = await readMessages(context, projectId);
    const click = { projectId, messageId: message?.id ?? '', url: 'https://heron.example/' };
    const at = new Date();
    await context.database.transaction((connection) => trackClick(connection, { ...click, at }));
    const answer = { type: 'mo_text', id: newId(), body: 'Yes', to: '12345' };
    const from = (ground.lastCall().to[0] ?? '').replace('+', '');
    await ground.post(campaign.integrationId, { ...answer, from, received_at: at.toISOString() });
    await ground.apply(campaign);
    const all = [...told, ['sms', 'delivered'], ['campaign', 'clicked'], ['campaign', 'incoming_message']];
    const found = await typesOf(campaign);
    expect(found).toHaveLength(all.length);
    expect(found).toEqual(expect.arrayContaining(all));
    const where = { projectId, customerId: customerIds[0] ?? '' };
    const others = (await listCustomerEvents(context, where, { limit: 50 })).items.filter(
      ({ isCampaign }) => !isCampaign,
    );
    expect(others.map(({ type }) => type)).toEqual(['visit']);
  });

  it('are told apart from an event named as nothing', async () => {
    const { projectId, customerIds } = await createTestCampaign(context, {
      document: drawDocument([], []),
      customers: [{}],
    });
    const [customerId = ''] = customerIds;
    const event = { customerId, timestamp: new Date().toISOString(), properties: {} };
    await context.database.transaction((connection) =>
      trackEvents(connection, projectId, [
        { ...event, id: newId(), type: null },
        { ...event, id: newId(), type: 'null' },
      ]),
    );
    const { items } = await listCustomerEvents(context, { projectId, customerId }, { limit: 50 });
    expect(items.map(({ type }) => type).toSorted()).toEqual(['campaign', 'null']);
  });
});

describe('nobody else writes events', () => {
  it.each(['text_message', 'sms'])('named %s, which campaign events are or were named', async (type) => {
    const { projectId } = await createTestCampaign(context, {
      document: drawDocument([], []),
      customers: [{}],
    });
    await rename(projectId, 'sms');
    await rename(projectId, 'text_message');
    const customer = { kind: 'registered', value: 'R-1' };
    const events = [
      { customer, type: 'visit' },
      { customer, type },
    ];
    const message = `Events named ${type} are written by Curlew itself: choose another name`;
    await expect(trackNamed(context, projectId, { events })).rejects.toMatchObject({
      code: 'bad_request',
      details: { fields: [{ path: 'events.1.type', message }] },
    });
    expect(await trackNamed(context, projectId, { events: events.slice(0, 1) })).toMatchObject({
      unknown: [0],
    });
  });

  it('by a scenario: one whose Track event node would does not start', async () => {
    const document = drawDocument(
      [
        ['now', 'now'],
        ['mark', 'track_event', { event: 'marked' }],
      ],
      ['now > mark'],
    );
    const { projectId, start } = await createTestCampaign(context, { document, customers: [{}] });
    await rename(projectId, 'marked');
    const issue = { code: 'event_reserved', severity: 'error', nodeId: 'mark', field: 'event' };
    const refusal = { code: 'has_issues', details: { issues: [expect.objectContaining(issue)] } };
    await expect(startScenario(context, start)).rejects.toMatchObject(refusal);
    // Also where the name was taken after the draft was looked at.
    const hold = context.database.transaction((connection) =>
      holdTrackedEvents(connection, projectId, document),
    );
    await expect(hold).rejects.toMatchObject(refusal);
    await rename(projectId, 'campaign');
    await expect(startScenario(context, start)).rejects.toMatchObject(refusal);
  });
});
