import type { Page } from '@playwright/test';

/** Milliseconds. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
}

/** The middle of a list of figures, and what 95 % of them do not exceed, to a tenth. */
export const percentilesOf = (figures: readonly number[]): Percentiles => {
  const sorted = figures.toSorted((one, other) => one - other);
  const at = (share: number): number => {
    const index = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
    return Math.round((sorted[index] ?? Number.NaN) * 10) / 10;
  };
  return { p50: at(0.5), p95: at(0.95) };
};

// Kept by the page from the first frame of a gesture to its last.
interface FrameWindow {
  benchFrames?: { times: number[]; isOver: boolean };
}

/** The time from frame to frame while a gesture is made, in ms. */
export const recordFrames = async (page: Page, gesture: () => Promise<void>): Promise<number[]> => {
  await page.evaluate(() => {
    const frames = { times: [] as number[], isOver: false };
    // The page's own window, which knows nothing of this.
    (window as unknown as FrameWindow).benchFrames = frames;
    const next = (time: number): void => {
      frames.times.push(time);
      if (!frames.isOver) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await gesture();
  const times = await page.evaluate(() => {
    const { benchFrames } = window as unknown as FrameWindow;
    if (benchFrames) benchFrames.isOver = true;
    return benchFrames?.times ?? [];
  });
  return times.slice(1).map((time, index) => time - (times[index] ?? time));
};
