import { randomUUID } from 'node:crypto';
import { endpoints } from '@curlew/contract';
import { type APIRequestContext, expect } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { carrierUrl, dropNext } from '../ground/carrier-faults.ts';
import { findCustomer } from '../ground/find-customer.ts';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { onlyRead } from '../ground/only-read.ts';
import { story } from '../ground/story.ts';

const number = '+447700900777';

/** What other stories left waiting. */
const cancelAll = async (request: APIRequestContext, projectId: string): Promise<void> => {
  const waiting = () => callApi(request, endpoints.listWaiting, { params: { projectId } });
  for (const { scenarioId, runId } of (await waiting()).items) {
    const params = { projectId, scenarioId, runId };
    await callApi(request, endpoints.cancelWaiting, { params, body: { nodeId: null } });
  }
  await expect.poll(async () => (await waiting()).items, { timeout: 30_000 }).toEqual([]);
};

story(
  'what waits is cancelled before it leaves, and what nobody can speak of is decided by a person',
  async ({ page, request, projectId }) => {
    const zoe = await findCustomer(request, projectId, { search: 'zoe.muller@' });
    await cancelAll(request, projectId);
    const { id: integrationId } = await callApi(request, endpoints.createIntegration, {
      params: { projectId },
      body: {
        provider: 'sinch',
        name: 'Closed',
        ratePerSecond: 100,
        settings: { baseUrl: carrierUrl(), servicePlanId: 'demo' },
        secrets: { apiToken: 'not-the-token' },
      },
    });
    const drawn = nowToSms({ integrationId });
    const scenario = await makeScenario(request, projectId, { name: 'Called off', document: drawn });
    const scenarioParams = { projectId, scenarioId: scenario.id };
    await page.goto(`/projects/${projectId}/outbox`);
    await expect(page.getByText('No message is unknown.')).toBeVisible();
    await lookAt(page, '47-nothing-unknown');
    await page.getByRole('tab', { name: 'Waiting' }).click();
    await expect(page.getByText('No message waits to be sent.')).toBeVisible();
    await lookAt(page, '47-nothing-waits');

    // A test whose request is lost: its answer never comes, and the carrier does not know it.
    await dropNext(request);
    const { document, revision } = await scenario.read();
    const node = document.nodes.find(({ id }) => id === 'offer');
    if (node?.kind !== 'sms') throw new Error('the offer is no SMS node');
    // By the project's own operator.
    const tested = { ...node, settings: { ...node.settings, integrationId: null } };
    const body = { key: randomUUID(), node: tested, customerId: zoe.id, numbers: [number] };
    await callApi(request, endpoints.sendTest, { params: scenarioParams, body });
    const testStatus = async (): Promise<string | undefined> => {
      const { items } = await callApi(request, endpoints.listTests, { params: scenarioParams });
      return items[0]?.messages[0]?.status;
    };
    await expect.poll(testStatus).toBe('sending');

    await page.getByRole('tab', { name: 'Unknown' }).click();
    await expect(page.getByText('1 message is being sent: no answer yet')).toBeVisible({ timeout: 20_000 });
    await lookAt(page, '47-being-sent');
    await page.getByRole('tab', { name: 'Waiting' }).click();

    // A run whose operator takes nothing.
    await callApi(request, endpoints.startScenario, { params: scenarioParams, body: { revision } });
    const row = page.getByRole('row', { name: /Called off/ });
    await expect(row).toContainText(/\d,\d{3}/);
    await expect(row).toContainText('Offer, version 1');
    await expect
      .poll(
        async () => {
          const { items } = await callApi(request, endpoints.listScenarios, {
            params: { projectId },
            query: { search: 'Called off' },
          });
          return items[0]?.lastRun?.status;
        },
        { timeout: 30_000 },
      )
      .toBe('finished');
    // Its walks are over, and it goes on as long as its messages have not left.
    const outbox = page.url();
    await page.goto(`/projects/${projectId}/runs?show=going`);
    await expect(
      page.getByRole('row', { name: /Called off/ }).getByText('Sending', { exact: true }),
    ).toBeVisible();
    await page.goto(outbox);
    await expect(row.getByText('Sending', { exact: true })).toBeVisible();
    await lookAt(page, '47-waiting');
    await row.getByRole('button', { name: 'Cancel what waits of Called off' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('alertdialog', { name: /^Cancel [\d,]+ messages of “Called off”\?$/ });
    await expect(dialog).toContainText('This cannot be undone.');
    await lookAt(page, '47-cancel');
    await dialog.getByRole('button', { name: 'Cancel messages' }).click();
    const done = page.getByRole('region', { name: 'Cancelled before it was sent' });
    const own = done.getByRole('listitem').filter({ hasText: 'Called off' });
    await expect(own).toContainText(/[\d,]+ messages cancelled\./, { timeout: 30_000 });
    await expect(row).toHaveCount(0);
    await lookAt(page, '47-cancelled');
    await expect.poll(testStatus, { timeout: 90_000, intervals: [1_000] }).toBe('unknown');
    await page.getByRole('tab', { name: 'Unknown' }).click();
    await expect(page.getByRole('tab', { name: 'Unknown 1', exact: true })).toBeVisible();
    const message = page.getByRole('row', { name: /Zoë Müller/ });
    await expect(message).toContainText(number);
    await expect(message).toContainText('Test');
    await expect(message).toContainText('the operator does not know the request');
    await message.getByRole('checkbox').check();
    await lookAt(page, '47-unknown');
    const bar = page.getByRole('toolbar', { name: 'Selected messages' });
    await bar.getByRole('button', { name: 'Ask the operator again' }).click();
    await expect(page.getByRole('status').filter({ hasText: '1 message stays unknown' })).toContainText(
      'says that it does not know the request',
    );
    await lookAt(page, '47-asked');
    await message.getByRole('button', { name: /^Actions for the message to/ }).click();
    await page.getByRole('menuitem', { name: 'Take as not sent' }).click();
    const decide = page.getByRole('alertdialog', { name: 'Take 1 message as not sent?' });
    await expect(decide).toContainText('sent again from their scenario');
    await lookAt(page, '47-decide');
    await decide.getByRole('button', { name: 'Take as not sent' }).click();
    await expect(page.getByText('1 message is taken as not sent.')).toBeVisible();
    await expect(message).toHaveCount(0);
    expect(await testStatus()).toBe('failed');
  },
);

story('who may only look sees the outbox and changes nothing', async ({ page, projectId }) => {
  await onlyRead(page);
  await page.goto(`/projects/${projectId}/scenarios`);
  await page.getByRole('link', { name: 'Outbox' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible();
  await page.getByRole('tab', { name: 'Waiting' }).click();
  await expect(page).toHaveURL(/show=waiting/);
  await expect(page.getByText('No message waits to be sent.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Cancel/ })).toHaveCount(0);
});
