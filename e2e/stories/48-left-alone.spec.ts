import { endpoints } from '@curlew/contract';
import { expect } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { startScenario } from '../ground/start-scenario.ts';
import { story } from '../ground/story.ts';

story(
  'a run whose operator refuses the token says so while its messages wait',
  async ({ page, request, projectId }) => {
    const baseUrl = (process.env['CURLEW_PHONES_URL'] ?? '').replace(/\/$/, '');
    const { id: integrationId } = await callApi(request, endpoints.createIntegration, {
      params: { projectId },
      body: {
        provider: 'sinch',
        name: 'Wrong token',
        ratePerSecond: 100,
        settings: { baseUrl, servicePlanId: 'demo' },
        secrets: { apiToken: 'not-the-token' },
      },
    });
    const { address } = await makeScenario(request, projectId, {
      name: 'Nobody takes it',
      document: nowToSms({ integrationId }),
    });
    await page.goto(address);
    await startScenario(page);
    const strip = page.getByRole('region', { name: /^Run of version/ });
    await expect(strip.getByRole('status')).toContainText('Wrong token takes no messages: ');
    await expect(strip.getByRole('status')).toContainText('Its messages wait; it is called again at');
    await expect(strip.getByText('Sending')).toBeVisible();
    await expect(page.getByText('Sending', { exact: true })).toHaveCount(2);
    await lookAt(page, '48-left-alone');

    // A second start would send what waits twice.
    await page.getByRole('button', { name: 'More for this run' }).click();
    await expect(page.getByRole('menuitem', { name: 'Stop now' })).toBeVisible();
    await page.getByRole('menuitem', { name: 'Start', exact: true }).click();
    const start = page.getByRole('dialog', { name: 'Start “Nobody takes it”?' });
    await expect(start).toContainText(/has sent 0 messages, [\d,]+ wait to be sent\. A new start sends/);
    await expect(
      start.getByRole('status').filter({ hasText: 'Wrong token takes no messages: ' }),
    ).toBeVisible();
    await lookAt(page, '48-start-again');
    await start.getByRole('link', { name: 'Show in the outbox' }).click();
    await expect(page.getByText('Only version 1 of “Nobody takes it”')).toBeVisible();
    await expect(page.getByRole('tab', { name: /^Waiting [\d,]+$/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect(page.getByRole('row', { name: /Nobody takes it/ })).toBeVisible();
    await lookAt(page, '48-outbox-of-run');
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(page.getByText('Only version 1')).toHaveCount(0);
    await page.goto(`/projects/${projectId}/scenarios`);
    await expect(page.getByRole('row', { name: /Nobody takes it/ })).toContainText('Sending');
    await page.goto(`/projects/${projectId}/runs`);
    await expect(page.getByRole('row', { name: /Nobody takes it/ })).toContainText('Sending');
  },
);
