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
    await expect(strip.getByRole('status')).toContainText('Wrong token takes no messages since');
    await expect(strip.getByRole('status')).toContainText('They wait; it is called again at');
    await expect(strip.getByText('Sending')).toBeVisible();
    await lookAt(page, '48-left-alone');
  },
);
