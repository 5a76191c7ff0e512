import { expect } from '@playwright/test';
import { nodeOf } from '../ground/canvas.ts';
import { campaignEventsOf, findCustomer } from '../ground/find-customer.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { previewFor } from '../ground/preview-for.ts';
import { startScenario, waitForEnd } from '../ground/start-scenario.ts';
import { story } from '../ground/story.ts';

const text = 'your tent is ready. Come and see it in one of our shops, we keep it for you until Sunday.';
const name = 'Tents are ready';

story(
  'a message too long for one part is not sent, and the customer’s page says why',
  async ({ page, request, projectId }) => {
    // With a Latin name it is one part of 160, with a Greek one two of 67.
    const versions = [{ language: 'en', message: `{{ customer.first_name }}, ${text}` }];
    const scenario = await makeScenario(request, projectId, { name, document: nowToSms({ versions }) });
    const greek = await findCustomer(request, projectId, { search: 'eleni.papadopoulou@example.com' });
    const latin = await findCustomer(request, projectId, { search: 'bjorn.assmann@example.org' });

    await page.goto(`${scenario.address}?node=offer`);
    await page.getByRole('button', { name: 'Open editor' }).click();
    const preview = page.getByRole('complementary', { name: 'Preview' });
    await previewFor(page, { search: 'eleni.papadopoulou@', name: /^Ελένη Παπαδοπούλου/ }, preview);
    await expect(preview.getByText('Message too long')).toBeVisible();
    await expect(preview.getByText('2 parts, 1 allowed: this will not be sent')).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).click();

    await startScenario(page);
    await waitForEnd(page);
    await expect(nodeOf(page, 'Offer')).toBeVisible();

    await page.goto(`/projects/${projectId}/customers/${greek.id}?events=campaign`);
    const events = page.getByRole('region', { name: 'Events' });
    const entry = events.getByRole('listitem').filter({ hasText: name });
    await expect(entry).toHaveCount(1);
    await expect(entry).toContainText('Enqueue failed');
    await expect(entry).toContainText(/Message too long: .*2 parts.*1/);
    await expect(entry).toContainText('message_too_long');

    const told = await campaignEventsOf(request, projectId, { customerId: greek.id, campaign: name });
    expect(told).toMatchObject([{ status: 'enqueue_failed', type: 'message_too_long' }]);

    const phones = process.env['CURLEW_PHONES_URL'] ?? '';
    await page.goto(`${phones}/?phone=${encodeURIComponent(latin.phone ?? '')}`);
    await expect(page.getByRole('main').getByText(`Björn, ${text}`)).toBeVisible();
    await page.goto(`${phones}/?phone=${encodeURIComponent(greek.phone ?? '')}`);
    await expect(page.getByRole('heading', { level: 2 })).toContainText(greek.phone ?? '');
    await expect(page.getByRole('main').getByText(text)).toHaveCount(0);
  },
);
