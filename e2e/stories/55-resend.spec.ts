import { endpoints } from '@curlew/contract';
import { expect, type Page } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { startScenario, waitForEnd } from '../ground/start-scenario.ts';
import { story } from '../ground/story.ts';

const saying = (message: string) => nowToSms({ versions: [{ language: 'en', message }] });
const broken = '{% if customer.city == "Bratislava" %}{{ 1 / 0 }}{% endif %}Hi';
const question = (page: Page) => page.getByRole('dialog', { name: 'Send “Offer” again?' });

story(
  'a marketer sends a mended message again to those it did not reach, and to nobody else',
  async ({ page, request, projectId }) => {
    const scenario = await makeScenario(request, projectId, { name: 'Once more', document: saying(broken) });
    await page.goto(scenario.address);
    await startScenario(page);
    await waitForEnd(page);
    const params = { projectId, scenarioId: scenario.id };
    const readRuns = async () => (await callApi(request, endpoints.listRuns, { params })).items;
    const [first] = await readRuns();
    const { refusals } = await callApi(request, endpoints.getRun, {
      params: { ...params, runId: first?.id ?? '' },
    });
    const failed = refusals.find(({ type }) => type === 'template_error')?.count ?? 0;
    expect(failed).toBeGreaterThan(0);

    // What failed for its text fails again while that is the same.
    await page.getByRole('button', { name: /not sent: why$/ }).click();
    await page.getByRole('button', { name: 'Send “Offer” again where it failed' }).click();
    await expect(question(page).getByText('The message is the same as then.')).toBeVisible();
    await lookAt(page, '55-resend-same');
    const box = question(page).getByRole('checkbox', { name: 'Template error' });
    await expect(box).toBeChecked();
    await question(page).getByRole('checkbox', { name: 'All reasons' }).press('Space');
    await expect(box).not.toBeChecked();
    await expect(question(page).getByRole('button', { name: 'Send again' })).toBeDisabled();
    await page.keyboard.press('Escape');
    await expect(question(page)).toHaveCount(0);

    const { revision } = await scenario.read();
    await callApi(request, endpoints.saveDraft, {
      params,
      body: { revision, document: saying('Hi again') },
    });
    await page.goto(`${scenario.address}?node=offer`);
    await page.getByRole('button', { name: 'Send again where it failed' }).click();
    await expect(question(page).getByText('which is another one than then')).toBeVisible();
    await lookAt(page, '55-resend');
    await question(page).getByRole('checkbox', { name: 'All reasons' }).uncheck();
    await question(page).getByRole('checkbox', { name: 'Template error' }).check();
    await question(page)
      .getByRole('button', { name: `Send again to ${failed} customers` })
      .click();
    const strip = page.getByRole('region', { name: 'Run of version 2' });
    await expect(strip.getByText('“Offer” sent again, version 2')).toBeVisible();
    await waitForEnd(page);
    await expect(strip.getByRole('definition').first()).toHaveText(String(failed));
    await lookAt(page, '55-resent');

    const [again] = await readRuns();
    expect(again).toMatchObject({
      enrolled: failed,
      resend: { runId: first?.id, nodeId: 'offer', nodeName: 'Offer' },
    });
    await page.getByRole('button', { name: 'All runs' }).click();
    const runs = page.getByRole('dialog', { name: 'Runs' });
    await expect(runs.getByText('“Offer” sent again')).toBeVisible();
    await lookAt(page, '55-runs');
    await runs.getByRole('button', { name: 'Messages of version 1' }).click();
    await page.getByRole('button', { name: 'Send “Offer” again where it failed' }).click();
    await expect(question(page).getByRole('checkbox', { name: 'All reasons' })).toBeVisible();
    await expect(question(page).getByText('Template error')).toHaveCount(0);
  },
);
