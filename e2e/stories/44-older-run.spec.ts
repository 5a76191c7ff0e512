import { endpoints } from '@curlew/contract';
import { addNode, type ScenarioDocument } from '@curlew/scenario';
import { expect } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { nodeOf } from '../ground/canvas.ts';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, triggerToSms } from '../ground/make-scenario.ts';
import { story } from '../ground/story.ts';

/** The offer under another name, and a Wait before it. */
const change = (drawn: ScenarioDocument): ScenarioDocument => {
  const grown = addNode(drawn, { kind: 'wait', id: 'wait', position: { x: 320, y: 160 } });
  return {
    ...grown,
    nodes: grown.nodes.map((node) => (node.id === 'offer' ? { ...node, name: 'Second offer' } : node)),
    edges: [
      { id: 'now-wait', source: 'now', output: 'out', target: 'wait' },
      { id: 'wait-offer', source: 'wait', output: 'out', target: 'offer' },
    ],
  };
};

story(
  'what an earlier run counted is seen on the canvas as it was drawn then',
  async ({ page, request, projectId }) => {
    const document = triggerToSms('on_event');
    const scenario = await makeScenario(request, projectId, { name: 'As it was', document });
    const params = { projectId, scenarioId: scenario.id };
    const start = async (): Promise<string> => {
      const { revision } = await scenario.read();
      return (await callApi(request, endpoints.startScenario, { params, body: { revision } })).id;
    };
    const runId = await start();
    const customer = { kind: 'registered', value: 'C-000002' };
    await callApi(request, endpoints.trackEvents, {
      params: { projectId },
      body: { events: [{ customer, type: 'nobody_does_this' }] },
    });
    await expect
      .poll(async () => (await callApi(request, endpoints.getRun, { params: { ...params, runId } })).walked)
      .toBe(1);
    await callApi(request, endpoints.stopScenario, { params });
    const { revision, document: drawn } = await scenario.read();
    await callApi(request, endpoints.saveDraft, { params, body: { revision, document: change(drawn) } });
    await start();

    await page.goto(scenario.address);
    const stripOf = (version: number) =>
      page.getByRole('region', { name: `Run of version ${version}`, exact: true });
    await expect(stripOf(2)).toBeVisible();
    await page.getByRole('button', { name: 'All runs' }).click();
    await lookAt(page, '44-runs');
    await page.getByRole('button', { name: 'On canvas: version 1' }).click();
    const past = page.getByRole('region', { name: 'Version 1 as it ran' });
    const offer = past.getByRole('group', { name: /^Offer, / });
    await expect(offer.getByText('entered')).toBeVisible();
    await expect(offer.getByRole('definition').first()).toHaveText('1');
    await expect(past.getByRole('group', { name: /^Wait, / })).toHaveCount(0);
    await expect(past.getByRole('group', { name: /, 1 went this way$/ })).toBeAttached();
    await expect(stripOf(1)).toBeVisible();
    await lookAt(page, '44-older-run');

    // Who it was: with the pointer, and with the keyboard.
    await offer.click();
    const who = page.getByRole('dialog', { name: 'Offer' });
    await who.getByRole('tab', { name: /^Left/ }).click();
    await expect(who.getByRole('list', { name: 'Customers' }).getByRole('listitem')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(who).toBeHidden();
    await offer.press('Enter');
    await expect(who).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(who).toBeHidden();

    // Keys of the canvas mean nothing here, but for the one that leads back.
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Escape');
    await expect(past).toBeHidden();
    await expect(stripOf(2)).toBeVisible();
    await expect(nodeOf(page, 'Second offer')).toBeVisible();
    await expect(nodeOf(page, 'Wait')).toBeVisible();

    // Its messages are called what they were called then.
    await page.getByRole('button', { name: 'All runs' }).click();
    await page.getByRole('button', { name: 'Messages of version 1' }).click();
    const numbers = page.getByRole('dialog', { name: 'Messages of version 1' });
    await expect(numbers.getByRole('row', { name: /^Offer / })).toBeVisible();
    await expect(numbers.getByText('Second offer')).toHaveCount(0);
    await page.keyboard.press('Escape');

    // A dry run is played on the drawing of now, and a run is looked at without it.
    const showFirst = async (): Promise<void> => {
      await page.getByRole('button', { name: 'All runs' }).click();
      await page.getByRole('button', { name: 'On canvas: version 1' }).click();
      await expect(past).toBeVisible();
    };
    const dryRun = page.getByRole('button', { name: 'Dry run', exact: true });
    await showFirst();
    await dryRun.click();
    await expect(past).toBeHidden();
    await expect(stripOf(2)).toBeVisible();
    await showFirst();
    await expect(dryRun).toHaveAttribute('aria-pressed', 'false');
    await callApi(request, endpoints.stopScenario, { params });

    // What was started is what is seen.
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('button', { name: 'Start scenario' }).click();
    await expect(stripOf(3)).toBeVisible();
    await expect(past).toBeHidden();
    await callApi(request, endpoints.stopScenario, { params });
  },
);
