import type { CDPSession, Page } from '@playwright/test';

/** What one key took, in ms. */
export interface KeyTime {
  /** Script of the page until the text is marked and counted, in time of its thread. */
  readonly script: number;
  /** Script until nothing more follows from the key: preview, mistakes, saving. */
  readonly settled: number;
  /** From the key to the frame that shows it, by the clock. */
  readonly paint: number;
}

// Kept by the page: when the last key came, and when its frame was handed over.
interface KeyWindow {
  benchKey?: { pressed: number; painted: number };
}

/** Lets the page note when a key comes and when the frame after it is painted. */
export const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const timed = { pressed: 0, painted: 0 };
    // The page's own window, which knows nothing of this.
    (window as unknown as KeyWindow).benchKey = timed;
    window.addEventListener(
      'keydown',
      () => {
        timed.pressed = performance.now();
        timed.painted = 0;
        requestAnimationFrame(() => {
          // What a channel brings comes after the paint of this frame.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => {
            timed.painted = performance.now();
            performance.measure('key to paint', { start: timed.pressed, end: timed.painted });
          });
          port1.start();
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });

const readPaint = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { benchKey } = window as unknown as KeyWindow;
    if (!benchKey) throw new Error('the keys of this page are not watched');
    while (benchKey.painted === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    return benchKey.painted - benchKey.pressed;
  });

const readScriptMs = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  const found = metrics.find(({ name }) => name === 'ScriptDuration');
  if (!found) throw new Error('the browser does not say how long its scripts ran');
  return found.value * 1000;
};

const settleMs = 300;

/** Types one character and times it. */
export const timeKey = async (page: Page, session: CDPSession, key: string): Promise<KeyTime> => {
  const before = await readScriptMs(session);
  await page.keyboard.press(key === ' ' ? 'Space' : key);
  const paint = await readPaint(page);
  const painted = await readScriptMs(session);
  await page.waitForTimeout(settleMs);
  const settled = await readScriptMs(session);
  return { script: painted - before, settled: settled - before, paint };
};
