import { expect, it } from 'vitest';
import type { ScenarioDocument } from '@curlew/scenario';
import { drawDocument, type DrawnNode } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { beginOnMonday } from '../../testing/begin-on-monday.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { forecastStart } from './forecast.ts';
import { findStartIssues } from './start-issues.ts';

let context: AppContext;
beginOnMonday((ground) => {
  ({ context } = ground);
});

const drawMessages = (messages: number, message: string): ScenarioDocument => {
  const nodes = Array.from({ length: messages }, (_, index): DrawnNode => [
    `sms-${index}`,
    'sms',
    { versions: [{ language: 'en', message: `${message} ${index}` }] },
  ]);
  return drawDocument(
    [['now', 'now'], ...nodes],
    nodes.map(([id], index) => `${index === 0 ? 'now' : `sms-${index - 1}`} > ${id}`),
  );
};

/** Each message takes about as long to render as a template may. */
const slowCampaign = (): Promise<TestCampaign> => {
  const message = '{% for i in range(40000) %}{{ "" if i else customer.first_name }}{% endfor %}Hello';
  return createTestCampaign(context, { document: drawMessages(60, message), customers: manyCustomers(1) });
};

/** How long others had to wait at most while it went on, and how long all of it took. */
const timeOf = async (work: () => Promise<unknown>): Promise<{ longest: number; whole: number }> => {
  const begin = performance.now();
  let last = begin;
  let longest = 0;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 1);
  await work();
  look();
  clearInterval(timer);
  return { longest, whole: last - begin };
};

it('lets others in between the messages of a single customer', async () => {
  const campaign = await slowCampaign();
  let messages = 0;
  const { longest, whole } = await timeOf(async () => {
    const { triggers } = await forecastStart(context, campaign.start);
    messages = triggers.flatMap(({ nodes }) => nodes).length;
  });
  expect(messages).toBe(60);
  expect(longest).toBeLessThan(whole / 4);
});

it('is given up when nobody waits for it any more', async () => {
  const campaign = await slowCampaign();
  const gone = new AbortController();
  const forecast = forecastStart(context, campaign.start, { signal: gone.signal });
  gone.abort(new Error('gone'));
  await expect(forecast).rejects.toThrow('gone');
});

it('lets others in while problems of a big draft are looked for', async () => {
  const { projectId } = await slowCampaign();
  const document = drawMessages(200, '{% if customer.a %}{{ customer.b | upper }}{% endif %}'.repeat(200));
  const { longest, whole } = await timeOf(() => findStartIssues(context, projectId, document));
  expect(longest).toBeLessThan(whole / 4);
});
