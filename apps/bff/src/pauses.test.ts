import { expect, it } from 'vitest';
import { createPauses } from './pauses.ts';

const keepBusy = (ms: number): void => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

it('lets others in while work goes on', async () => {
  const { pause } = createPauses();
  let others = 0;
  const timer = setInterval(() => {
    others += 1;
  }, 1);
  for (let step = 0; step < 5; step += 1) {
    keepBusy(25);
    await pause();
  }
  clearInterval(timer);
  expect(others).toBeGreaterThanOrEqual(4);
});

it('does not stop for short work', async () => {
  const { pause } = createPauses();
  let isOther = false;
  setImmediate(() => {
    isOther = true;
  });
  await pause();
  expect(isOther).toBe(false);
});
