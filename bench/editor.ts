// How soon a key is marked and counted: `pnpm -s bench editor`. Types 300 characters into a personalised message of 1,224 in the
// editor of the product, in a real browser.
import { parseArgs } from 'node:util';
import { endpoints } from '@curlew/contract';
import { chromium, request, type Page } from '@playwright/test';
import { callApi } from '../e2e/ground/call-api.ts';
import { findBrowser } from '../e2e/ground/find-browser.ts';
import { makeScenario, nowToSms } from '../e2e/ground/make-scenario.ts';
import { curlewUrl, signInOwner } from '../e2e/ground/owner.ts';
import { startCurlew } from '../e2e/ground/start-curlew.ts';
import { percentilesOf } from './canvas/frames.ts';
import { longMessage, typedText } from './editor/long-message.ts';
import { type KeyTime, timeKey, watchKeys } from './editor/time-keys.ts';

const { values } = parseArgs({
  options: { length: { type: 'string', default: '1224' }, keys: { type: 'string', default: '300' } },
});
const length = Number(values.length);
const keys = Number(values.keys);

console.error(
  [
    'Script time: ScriptDuration of the page, in CPU time of its thread, from before a key to after the frame that shows it marked and counted.',
    'Settled: the same, 300 ms later: with the preview, the mistakes and what is kept of the text.',
    'Paint: from the key event to the end of the frame after it, by the clock; other work on the machine is in it.',
  ].join('\n'),
);

const typeInto = async (page: Page): Promise<KeyTime[]> => {
  await page.getByRole('button', { name: 'Open editor' }).click();
  const message = page.getByRole('textbox', { name: 'Message, English' });
  await message.press('Control+End');
  await page.waitForTimeout(1000);
  await watchKeys(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const times: KeyTime[] = [];
  for (const key of typedText(keys)) times.push(await timeKey(page, session, key));
  return times;
};

const stopCurlew = await startCurlew();
const browser = await chromium.launch(await findBrowser());
try {
  const owner = await signInOwner();
  const api = await request.newContext({ baseURL: curlewUrl(), storageState: owner });
  const { projects } = await callApi(api, endpoints.getMe);
  const { address } = await makeScenario(api, projects[0]?.id ?? '', {
    name: 'A long message',
    document: nowToSms({ versions: [{ language: 'en', message: longMessage(length) }], maximumParts: 8 }),
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, storageState: owner });
  const page = await context.newPage();
  await page.goto(`${curlewUrl()}${address}?node=offer`);
  const times = await typeInto(page);
  await api.dispose();
  const script = percentilesOf(times.map((time) => time.script));
  console.log(
    JSON.stringify({
      length,
      keys,
      p50Ms: script.p50,
      p95Ms: script.p95,
      worstMs: Math.round(Math.max(...times.map((time) => time.script)) * 10) / 10,
      settledMs: percentilesOf(times.map((time) => time.settled)),
      paintMs: percentilesOf(times.map((time) => time.paint)),
    }),
  );
} finally {
  await browser.close();
  await stopCurlew();
}
