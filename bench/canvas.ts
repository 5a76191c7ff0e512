// How smooth a big scenario is: `pnpm -s bench canvas --nodes 500`. Drives a real browser through pan, zoom, and drags of one
// and of fifty nodes, on the product and on a bare React Flow with as many default nodes, in turns.
import { parseArgs } from 'node:util';
import { endpoints } from '@curlew/contract';
import { chromium, request, type Browser, type Page } from '@playwright/test';
import { callApi } from '../e2e/ground/call-api.ts';
import { findBrowser } from '../e2e/ground/find-browser.ts';
import { makeScenario } from '../e2e/ground/make-scenario.ts';
import { curlewUrl, signInOwner, type BrowserState } from '../e2e/ground/owner.ts';
import { startCurlew } from '../e2e/ground/start-curlew.ts';
import { percentilesOf, recordFrames, type Percentiles } from './canvas/frames.ts';
import { gestureNames, gestures, type GestureName } from './canvas/gestures.ts';
import { gridDocument } from './canvas/grid-document.ts';
import { serveBare } from './canvas/serve-bare.ts';

const { values } = parseArgs({
  options: { nodes: { type: 'string', default: '500' }, rounds: { type: 'string', default: '3' } },
});
const nodes = Number(values.nodes);
const rounds = Number(values.rounds);

type Recorded = { readonly [N in GestureName]: number[] };
const nothing = (): Recorded => ({ pan: [], zoom: [], dragOne: [], dragFifty: [] });

const waitUntilDrawn = (page: Page): Promise<unknown> =>
  page.waitForFunction((count) => document.querySelectorAll('.react-flow__node').length >= count, nodes, {
    polling: 'raf',
  });

/** Opens a drawing; milliseconds from the beginning of the navigation to the frame after all of it is drawn. */
const open = async (page: Page, address: string): Promise<number> => {
  await page.goto(address, { waitUntil: 'commit' });
  await waitUntilDrawn(page);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
      }),
  );
};

const record = async (page: Page, recorded: Recorded): Promise<void> => {
  for (const name of gestureNames) {
    const { prepare, make } = gestures[name];
    const place = await prepare(page);
    // What came before is drawn by then.
    await page.waitForTimeout(300);
    recorded[name].push(...(await recordFrames(page, () => make(page, place))));
  }
};

const newPage = async (browser: Browser, storageState?: BrowserState): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    ...(storageState ? { storageState } : {}),
  });
  return context.newPage();
};

const summarise = (recorded: Recorded): Record<GestureName, Percentiles> => ({
  pan: percentilesOf(recorded.pan),
  zoom: percentilesOf(recorded.zoom),
  dragOne: percentilesOf(recorded.dragOne),
  dragFifty: percentilesOf(recorded.dragFifty),
});

const stopCurlew = await startCurlew();
const bare = await serveBare();
const browser = await chromium.launch(await findBrowser());
try {
  const owner = await signInOwner();
  const api = await request.newContext({ baseURL: curlewUrl(), storageState: owner });
  const { projects } = await callApi(api, endpoints.getMe);
  const { address } = await makeScenario(api, projects[0]?.id ?? '', {
    name: `${nodes} nodes`,
    document: gridDocument(nodes),
  });
  const opened: number[] = [];
  const openedBare: number[] = [];
  const [product, plain] = [nothing(), nothing()];
  for (let round = 0; round < rounds; round += 1) {
    const page = await newPage(browser, owner);
    // The first visit fetches the files; people come back to a scenario.
    await open(page, `${curlewUrl()}${address}`);
    for (let turn = 0; turn < 3; turn += 1) opened.push(await open(page, `${curlewUrl()}${address}`));
    await record(page, product);
    await page.context().close();

    const barePage = await newPage(browser);
    await open(barePage, `${bare.url}?nodes=${nodes}`);
    for (let turn = 0; turn < 3; turn += 1)
      openedBare.push(await open(barePage, `${bare.url}?nodes=${nodes}`));
    await record(barePage, plain);
    await barePage.context().close();
    console.error(`round ${round + 1} of ${rounds} done`);
  }
  await api.dispose();
  const [curlew, reactFlow] = [summarise(product), summarise(plain)];
  const ratioOf = (name: GestureName): number =>
    Math.round((curlew[name].p95 / reactFlow[name].p95) * 100) / 100;
  const ratios = gestureNames.map((name) => [name, ratioOf(name)] as const);
  const [worst, p95Ratio] = ratios.reduce((most, one) => (one[1] > most[1] ? one : most));
  const openTimes = percentilesOf(opened);
  console.log(
    JSON.stringify({
      nodes,
      // Of the gesture that compares worst.
      p95FrameMs: curlew[worst].p95,
      p95BareFrameMs: reactFlow[worst].p95,
      p95Ratio,
      openMs: openTimes.p50,
      openP95Ms: openTimes.p95,
      openBareMs: percentilesOf(openedBare),
      ratios: Object.fromEntries(ratios),
      frameMs: { curlew, reactFlow },
    }),
  );
} finally {
  await browser.close();
  await bare.stop();
  await stopCurlew();
}
