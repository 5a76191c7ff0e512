import { endpoints } from '@curlew/contract';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { carrierUrl } from '../ground/carrier-faults.ts';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { startScenario, waitForEnd } from '../ground/start-scenario.ts';
import { story } from '../ground/story.ts';

interface Totals {
  readonly accepted: number;
  readonly delivered: number;
  readonly duplicates: number;
}

/** What the carrier has taken and delivered so far. */
const readTotals = async (request: APIRequestContext): Promise<Totals> => {
  const response = await request.get(`${carrierUrl()}/carrier/api/ledger/totals`);
  // As the carrier's own rule C50 says.
  return (await response.json()) as Totals;
};

const rowOf = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Providers' }).getByRole('listitem', { name, exact: true });

story(
  'an operator at fault hands its messages over, and each is delivered once',
  async ({ page, request, projectId }) => {
    const add = (name: string, apiToken: string, ratePerSecond: number) =>
      callApi(request, endpoints.createIntegration, {
        params: { projectId },
        body: {
          provider: 'sinch',
          name,
          ratePerSecond,
          settings: { baseUrl: carrierUrl(), servicePlanId: 'demo' },
          secrets: { apiToken },
        },
      });
    const main = await add('At fault', 'not-the-token', 5_000);
    // Slow enough that messages still wait while the pages are looked at.
    const slow = await add('Backup', process.env['CURLEW_E2E_CARRIER_TOKEN'] ?? '', 60);

    await page.goto(`/projects/${projectId}/settings?section=providers`);
    const [own, backup] = [rowOf(page, 'At fault'), rowOf(page, 'Backup')];
    await own.getByRole('button', { name: 'Change At fault' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Change “At fault”' });
    const choice = dialog.getByRole('combobox', { name: 'Fallback provider' });
    await expect(choice.locator('option:checked')).toHaveText('None: messages wait');
    // What is for trials is no choice, and neither is itself.
    expect(await choice.locator('option').allTextContents()).not.toContain('Built-in carrier');
    expect(await choice.locator('option').allTextContents()).not.toContain('At fault');
    await choice.focus();
    await page.keyboard.type('Backup');
    await expect(choice.locator('option:checked')).toHaveText('Backup');
    await lookAt(page, '49-choose', () => choice.scrollIntoViewIfNeeded());
    await dialog.getByRole('textbox', { name: 'Name' }).press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(own).toContainText('Fallback: Backup');

    // A fallback that is in use is not deleted behind the back of who has it.
    await backup.getByRole('button', { name: 'Delete Backup' }).click();
    const question = page.getByRole('alertdialog');
    await expect(question).toContainText(
      'It is the fallback of “At fault”: choose another there, or none, first.',
    );
    await lookAt(page, '49-cannot-delete');
    await question.getByRole('button', { name: 'Close' }).click();

    const before = await readTotals(request);
    const { address } = await makeScenario(request, projectId, {
      name: 'Taken over',
      document: nowToSms({ integrationId: main.id }),
    });
    await page.goto(address);
    await startScenario(page);
    const strip = page.getByRole('region', { name: /^Run of version/ });
    await expect(strip.getByRole('status')).toContainText('At fault takes no messages: ');
    await expect(strip.getByRole('status')).toContainText(
      'Its messages go by Backup meanwhile; it is called again at',
    );
    await lookAt(page, '49-run');
    await page.goto(`/projects/${projectId}/outbox?show=waiting`);
    const waiting = page.getByRole('row', { name: /Taken over/ });
    await expect(waiting).toContainText(/[\d,]+ at Backup, the fallback/);
    await lookAt(page, '49-waiting');
    await page.goto(`/projects/${projectId}/settings?section=providers`);
    await expect(own.getByRole('status')).toContainText('Its messages go by Backup meanwhile');
    await lookAt(page, '49-providers');
    await callApi(request, endpoints.changeIntegration, {
      params: { projectId, integrationId: slow.id },
      body: { ratePerSecond: 5_000 },
    });

    await page.goto(address);
    await waitForEnd(page);
    const figure = async (label: string): Promise<number> => {
      const said = await strip.getByText(label, { exact: true }).locator('xpath=..').innerText();
      return Number(said.replaceAll(/\D/g, ''));
    };
    const after = await readTotals(request);
    expect(await figure('sent')).toBeGreaterThan(1_500);
    expect(after.accepted - before.accepted).toBe(await figure('sent'));
    expect(after.delivered - before.delivered).toBe(await figure('delivered'));
    expect(after.duplicates).toBe(before.duplicates);
  },
);
