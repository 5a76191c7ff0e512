import { endpoints, type Walk, type WalkStep } from '@curlew/contract';
import { expect, type Page } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, triggerToSms } from '../ground/make-scenario.ts';
import { story } from '../ground/story.ts';

const message = 'Hi again';

/** Nobody goes round two thousand times while a story waits: the walk is told as if its one message had come so often. */
const wentRound = async (page: Page, walk: Walk, total: number): Promise<void> => {
  await page.unrouteAll();
  const [step] = walk.steps.slice(-1);
  const [sent] = walk.messages;
  if (!step || !sent) throw new Error('the walk has no message');
  const portion = (from: number, to: number) => {
    const visits = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    return {
      steps: visits.map((visit): WalkStep => ({ ...step, visit })),
      messages: visits.map((visit) => ({
        ...sent,
        id: crypto.randomUUID(),
        visit,
        text: `${message}, ${visit}`,
      })),
      refusals: [],
      earlierSteps: from - 1,
    };
  };
  await page.route(`**/api/**/walks/${walk.id}`, (route) =>
    route.fulfill({ json: { ...walk, ...portion(total - 89, total) } }),
  );
  await page.route(`**/api/**/walks/${walk.id}/steps?*`, (route) => {
    const before = Number(new URL(route.request().url()).searchParams.get('before'));
    return route.fulfill({ json: portion(Math.max(1, before - 50), before - 1) });
  });
};

story(
  'a walk of 1,990 steps opens with its last, and shows all that came before',
  async ({ page, request, projectId }) => {
    const scenario = await makeScenario(request, projectId, {
      name: 'Round and round',
      document: triggerToSms('on_event'),
    });
    const params = { projectId, scenarioId: scenario.id };
    const { revision } = await scenario.read();
    const { id: runId } = await callApi(request, endpoints.startScenario, { params, body: { revision } });
    const customer = { kind: 'registered', value: 'C-000002' };
    await callApi(request, endpoints.trackEvents, {
      params: { projectId },
      body: { events: [{ customer, type: 'nobody_does_this' }] },
    });
    const list = () => callApi(request, endpoints.listRunWalks, { params: { ...params, runId } });
    await expect.poll(async () => (await list()).items[0]?.state).toBe('finished');
    const walkId = (await list()).items[0]?.id ?? '';
    const walk = await callApi(request, endpoints.getWalk, { params: { projectId, walkId } });
    const all = await callApi(request, endpoints.listWalkSteps, { params: { projectId, walkId } });
    expect(all.steps).toEqual(walk.steps);

    await wentRound(page, walk, 1_990);
    await page.goto(`/projects/${projectId}/walks/${walkId}`);
    const steps = page.getByRole('list', { name: 'Steps' }).getByRole('listitem');
    // And the end of the way.
    await expect(steps).toHaveCount(91);
    await expect(page.getByText('1,900 steps before these')).toBeVisible();
    await lookAt(page, '45-long-walk');
    const earlier = page.getByRole('button', { name: 'Show 100 earlier' });
    await earlier.press('Enter');
    await expect(steps).toHaveCount(191);
    await expect(steps.first()).toContainText(`${message}, 1801`);
    await expect(steps.nth(100)).toContainText(`${message}, 1901`);

    // Back to the first of them.
    await wentRound(page, walk, 190);
    await page.reload();
    await expect(page.getByText('100 steps before these')).toBeVisible();
    await earlier.press('Enter');
    await expect(steps).toHaveCount(191);
    await expect(steps.first()).toContainText(`${message}, 1`);
    await expect(page.getByText('All steps from the first on')).toBeFocused();
    await callApi(request, endpoints.stopScenario, { params });
  },
);
