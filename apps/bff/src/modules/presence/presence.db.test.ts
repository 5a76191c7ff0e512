import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { saveDraft } from '../scenarios/service.ts';
import { reportPresence } from './service.ts';

let test: TestContext;
let context: AppContext;
let campaign: TestCampaign;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());
beforeEach(async () => {
  campaign = await createTestCampaign(context, { document: createDocument() });
});

interface Tab {
  readonly userId: string;
  readonly tabId: string;
  readonly userName: string;
}

const tab = (userName: string, tabId = 'tab-1'): Tab => ({ userId: newId(), tabId, userName });

const report = ({ userId, tabId, userName }: Tab, nodeId: string | null = null, isLeaving = false) => {
  const { projectId, scenarioId } = campaign;
  return reportPresence(context, { projectId, scenarioId, userId, tabId }, { userName, nodeId, isLeaving });
};

const seen = ({ userId, tabId, userName }: Tab, nodeId: string | null = null) => ({
  userId,
  tabId,
  name: userName,
  nodeId,
});

/** The last word of a tab was so many seconds earlier. */
const silent = (tabOf: Tab, seconds: number) =>
  context.database.pool.query(
    'UPDATE scenario_presence SET seen_at = seen_at - make_interval(secs => $2) WHERE user_id = $1',
    [tabOf.userId, seconds],
  );

const countRows = async (): Promise<number> => {
  const { rowCount } = await context.database.pool.query(
    'SELECT FROM scenario_presence WHERE scenario_id = $1',
    [campaign.scenarioId],
  );
  return rowCount ?? 0;
};

describe('presence', () => {
  it('shows each the others, by name, and where they are', async () => {
    const [jana, petr] = [tab('Jana'), tab('Petr')];
    expect((await report(petr, 'sms')).others).toEqual([]);
    expect((await report(jana)).others).toEqual([seen(petr, 'sms')]);
    const ota = tab('Ota');
    expect((await report(ota)).others).toEqual([seen(jana), seen(petr, 'sms')]);
    expect((await report(petr, 'now')).others).toEqual([seen(jana), seen(ota)]);
    expect((await report(jana)).others).toContainEqual(seen(petr, 'now'));
  });

  it('tells two tabs of one person apart', async () => {
    const first = tab('Jana', 'first');
    const second = { ...first, tabId: 'second' };
    await report(first, 'sms');
    expect((await report(second)).others).toEqual([seen(first, 'sms')]);
  });

  it('lets nobody speak for the tab of someone else', async () => {
    const [jana, petr] = [tab('Jana', 'same'), tab('Petr', 'same')];
    await report(jana, 'sms');
    await report(petr, 'now', true);
    expect((await report(petr, 'now')).others).toEqual([seen(jana, 'sms')]);
  });

  it('forgets who was not heard of for half a minute, and deletes them after a minute', async () => {
    const [jana, petr] = [tab('Jana'), tab('Petr')];
    await report(petr);
    await silent(petr, 29);
    expect((await report(jana)).others).toEqual([seen(petr)]);
    await silent(petr, 2);
    expect((await report(jana)).others).toEqual([]);
    expect(await countRows()).toBe(2);
    await silent(petr, 30);
    await report(jana);
    expect(await countRows()).toBe(1);
  });

  it('lets go at once who leaves', async () => {
    const [jana, petr] = [tab('Jana'), tab('Petr')];
    await report(petr);
    await report(petr, null, true);
    expect((await report(jana)).others).toEqual([]);
    await report(petr, null, true);
  });

  it('tells the newest revision and whose it is', async () => {
    const jana = tab('Jana');
    expect(await report(jana)).toMatchObject({ revision: 0, updatedBy: 'Tester' });
    const { projectId, scenarioId } = campaign;
    const by = { userId: newId(), name: 'Petr' };
    await saveDraft(context, { projectId, scenarioId }, { revision: 0, document: createDocument(), by });
    expect(await report(jana)).toMatchObject({ revision: 1, updatedBy: 'Petr' });
  });

  it('keeps scenarios apart', async () => {
    const [jana, petr] = [tab('Jana'), tab('Petr')];
    await report(petr);
    campaign = await createTestCampaign(context, { document: createDocument() });
    expect((await report(jana)).others).toEqual([]);
  });

  it('stands many reports at once', async () => {
    const tabs = Array.from({ length: 12 }, (_, index) => tab(`Person ${String(index).padStart(2, '0')}`));
    await Promise.all(tabs.map((one) => report(one)));
    for (const one of tabs.slice(6)) await silent(one, 61);
    await Promise.all(tabs.slice(0, 6).map((one) => report(one)));
    const [first, ...others] = tabs.slice(0, 6);
    expect((await report(first ?? tab('Nobody'))).others).toEqual(others.map((one) => seen(one)));
    expect(await countRows()).toBe(6);
  });
});
