import { emptyNodeCounts, endpoints, type LateStart } from '@curlew/contract';
import { addNode, type CustomerFilter, emptyDocument, type ScenarioDocument } from '@curlew/scenario';
import { expect, type Page } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { nodeOf } from '../ground/canvas.ts';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, triggerToSms } from '../ground/make-scenario.ts';
import { startScenario } from '../ground/start-scenario.ts';
import { story } from '../ground/story.ts';

const city = 'Bratislava';

/** Whoever lives in the city gets a message, everyone else waits for a purchase. */
const cityOrWait = (): ScenarioDocument => {
  const filter: CustomerFilter = {
    match: 'all',
    groups: [
      {
        match: 'all',
        conditions: [{ kind: 'attribute', property: 'city', type: 'text', operator: 'is', values: [city] }],
      },
    ],
  };
  const drawn = (['now', 'condition', 'sms', 'wait'] as const).reduce(
    (document, kind, index) =>
      addNode(document, {
        kind,
        id: kind,
        position: { x: Math.min(index, 2) * 320, y: index === 3 ? 200 : 0 },
      }),
    emptyDocument(),
  );
  return {
    ...drawn,
    nodes: drawn.nodes.map((node) => {
      if (node.kind === 'condition') return { ...node, name: 'Lives here', settings: { filter } };
      if (node.kind === 'wait')
        return {
          ...node,
          name: 'Until they buy',
          settings: { ...node.settings, mode: 'event', event: 'purchase' },
        };
      if (node.kind !== 'sms') return node;
      const versions = [{ language: 'en', message: 'Come by, {{ customer.first_name }}' }];
      return { ...node, name: 'Invitation', settings: { ...node.settings, sender: 'HeronReed', versions } };
    }),
    edges: [
      { id: 'a', source: 'now', output: 'out', target: 'condition' },
      { id: 'b', source: 'condition', output: 'match', target: 'sms' },
      { id: 'c', source: 'condition', output: 'no_match', target: 'wait' },
    ],
  };
};

story(
  'a start says who would enter, what would be sent, and whom it would not reach',
  async ({ page, request, projectId }) => {
    const scenario = await makeScenario(request, projectId, { name: 'What if', document: cityOrWait() });
    await page.goto(scenario.address);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    const summary = page.getByRole('dialog', { name: 'Start “What if”?' });
    await expect(summary.getByText('as if it never came')).toBeVisible();
    await summary.getByRole('table').getByRole('button').first().click();
    await expect(
      summary
        .getByRole('list', { name: /^Who: / })
        .getByRole('link')
        .first(),
    ).toBeVisible();
    await lookAt(page, '41-forecast');
  },
);

story('a start says whom re-entry leaves out of calls', async ({ page, request, projectId }) => {
  const document = triggerToSms('api');
  const scenario = await makeScenario(request, projectId, { name: 'On call', document });
  await page.goto(scenario.address);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const start = page.getByRole('dialog', { name: 'Start “On call”?' });
  await expect(start.getByText('of 100 calls let a customer in')).toBeVisible();
  await expect(start.getByText('Each customer enters once in 7 days: nobody is left out yet')).toBeVisible();
  await lookAt(page, '41-forecast-calls');
});

story('a marketer sees who is where and why, down to one customer', async ({ page, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'Why', document: cityOrWait() });
  await page.goto(scenario.address);
  await startScenario(page);
  const { items } = await callApi(request, endpoints.listRuns, {
    params: { projectId, scenarioId: scenario.id },
  });
  const run = { projectId, scenarioId: scenario.id, runId: items[0]?.id ?? '' };
  await expect
    .poll(async () => {
      const { nodes } = await callApi(request, endpoints.getRun, { params: run });
      return nodes.find(({ nodeId }) => nodeId === 'condition')?.left;
    })
    .toBe(items[0]?.enrolled);

  // From the counts on the card.
  await page.getByRole('button', { name: 'Who was at Lives here' }).click();
  const who = page.getByRole('dialog', { name: 'Lives here' });
  await expect(who.getByText('Nobody stands here now.')).toBeVisible();
  await who.getByRole('tab', { name: /^Match/ }).click();
  await expect(who.getByText(`city is ${city}`).first()).toBeVisible();
  await who.getByRole('tab', { name: /^No match/ }).click();
  await expect(who.getByText(new RegExp(`^city is not ${city}: it is `)).first()).toBeVisible();
  await who.getByRole('button', { name: 'Load more' }).click();
  await expect(who.getByText('100 customers so far')).toBeVisible();
  await lookAt(page, '41-who');
  await page.keyboard.press('Escape');

  // From the panel of a node, with the keyboard.
  await nodeOf(page, 'Until they buy').focus();
  await page.keyboard.press('Enter');
  const section = page.getByRole('region', { name: 'Who was here' });
  await section.getByRole('button', { name: /^Inside/ }).press('Enter');
  const inside = page.getByRole('dialog', { name: 'Until they buy' });
  await expect(inside.getByText(/^Waits for purchase, until /).first()).toBeVisible();
  const someone = inside.getByRole('listitem').getByRole('link').first();
  const name = (await someone.textContent()) ?? '';
  await someone.press('Enter');

  // Their whole way.
  await expect(page.getByRole('heading', { level: 1, name: `${name} in Why` })).toBeVisible();
  const steps = page.getByRole('list', { name: 'Steps' }).getByRole('listitem');
  await expect(steps).toHaveCount(3);
  await expect(steps.nth(0)).toContainText('Entered when the scenario was started');
  await expect(steps.nth(1)).toContainText(`city is not ${city}: it is`);
  await expect(steps.nth(2)).toContainText('Here now');
  await lookAt(page, '41-walk');

  // From the customer, too.
  await page.getByRole('link', { name, exact: true }).click();
  const scenarios = page.getByRole('region', { name: 'Scenarios', exact: true });
  await expect(scenarios.getByRole('link', { name: 'Why' })).toBeVisible();
  await expect(scenarios.getByText('Inside').first()).toBeVisible();

  // And every run there was.
  await page.goto(scenario.address);
  await page.getByRole('button', { name: 'All runs' }).click();
  const runs = page.getByRole('dialog', { name: 'Runs' });
  await expect(runs.getByRole('listitem')).toHaveCount(1);
  await runs.getByRole('button', { name: 'Who was in version 1' }).click();
  const all = page.getByRole('dialog', { name: 'Version 1' });
  await expect(all.getByText(/^At Until they buy: Waits for purchase/).first()).toBeVisible();
  await callApi(request, endpoints.stopScenario, { params: { projectId, scenarioId: scenario.id } });
});

/** A minute is late enough, but no story waits for one: the run is told as it is when the server was off from nine to ten. */
const wasLate = async (page: Page, { nodeId, late }: { nodeId: string; late: LateStart }): Promise<void> => {
  await page.route('**/scenarios/*/live', async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(/live$/, 'runs') });
    const { items } = endpoints.listRuns.reply.parse(await response.json());
    const got = await route.fetch({
      url: route.request().url().replace(/live$/, `runs/${items[0]?.id}`),
    });
    const run = endpoints.getRun.reply.parse(await got.json());
    const known = run.nodes.find((node) => node.nodeId === nodeId);
    const node = { ...emptyNodeCounts(nodeId), ...known, late: { ...late, count: 2 } };
    const nodes = [...run.nodes.filter((one) => one.nodeId !== nodeId), node];
    const body = `retry: 60000\n\nevent: run\ndata: ${JSON.stringify({ ...run, nodes })}\n\n`;
    await route.fulfill({ contentType: 'text/event-stream', body });
  });
  await page.route('**/lateStarts', (route) =>
    route.fulfill({
      json: {
        items: [
          { ...late, nodeId, nodeName: 'Repeat', enrolled: 2000, missed: 0 },
          {
            dueAt: '2026-11-28T09:00:00Z',
            firedAt: '2026-11-28T12:05:00Z',
            nodeId,
            nodeName: 'Repeat',
            enrolled: 1,
            missed: 3,
          },
        ],
      },
    }),
  );
};

story('a repeat that started late says so where its run is seen', async ({ page, request, projectId }) => {
  const document = triggerToSms('repeat');
  const scenario = await makeScenario(request, projectId, { name: 'Late', document });
  const dueAt = new Date();
  dueAt.setHours(9, 0, 0, 0);
  const firedAt = new Date(dueAt.getTime() + 14 * 60_000 + 20_000);
  await page.goto(scenario.address);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const start = page.getByRole('dialog', { name: 'Start “Late”?' });
  await expect(start.getByText('customers enter the next time')).toBeVisible();
  await expect(start.getByText('Each customer enters once only: nobody is left out yet')).toBeVisible();
  await lookAt(page, '41-forecast-repeat');
  await start.getByRole('button', { name: 'Start scenario' }).click();
  await expect(page.getByRole('region', { name: 'Run of version 1' })).toBeVisible();
  await wasLate(page, {
    nodeId: 'now',
    late: { dueAt: dueAt.toISOString(), firedAt: firedAt.toISOString() },
  });
  await page.reload();
  await expect(nodeOf(page, 'Repeat').getByRole('definition').last()).toHaveText('2');
  await nodeOf(page, 'Repeat').focus();
  await page.keyboard.press('Enter');
  const note = page.getByRole('region', { name: 'Late starts' });
  await expect(note).toContainText('The last one started 14 min late (due 09:00)');
  await lookAt(page, '41-late-note');
  await note.getByRole('button', { name: 'Show late starts' }).click();
  const dialog = page.getByRole('dialog', { name: 'Late starts of version 1' });
  await expect(dialog.getByRole('listitem').first()).toContainText('2,000 customers entered');
  await expect(dialog.getByRole('listitem').last()).toContainText(
    '3 times that came meanwhile were left out',
  );
  await lookAt(page, '41-late');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '2 late starts' }).click();
  await expect(dialog).toBeVisible();
  // The page asks for the run again and again.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await callApi(request, endpoints.stopScenario, { params: { projectId, scenarioId: scenario.id } });
});
