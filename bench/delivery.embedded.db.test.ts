import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { badDay } from './chaos/faults.ts';
import { chaosOnEmbedded } from './chaos/on-embedded.ts';
import { makeChance } from './jinja-fuzz/random.ts';
import { measure } from './pipeline/measure.ts';
import { startCarrier } from './workers/start-carrier.ts';

// Short forms of `bench chaos` and `bench pipeline` on the embedded database: they show that nothing is lost or doubled, and no speed.
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'curlew-bench-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const minutes = 60_000;

it(
  'a process that is killed in the middle of a bad day of its operator loses nothing and doubles nothing',
  async () => {
    const carrier = await startCarrier();
    try {
      await carrier.behave(badDay('sinch'));
      const plan = {
        messages: 300,
        kills: 1,
        chance: makeChance(7),
        ratePerSecond: 100,
        format: 'sinch',
      } as const;
      const found = await chaosOnEmbedded(carrier, folder, plan);
      expect(found).toMatchObject({ lost: 0, doubled: 0, doubledEvents: 0, unknown: 0 });
      expect(found.unexpected).toEqual({});
      expect(found.sent).toBe(300);
    } finally {
      await carrier.stop();
    }
  },
  5 * minutes,
);

it(
  'everything that is enqueued reaches the carrier, and as often as it is told as sent',
  async () => {
    const measured = await measure(500, { database: 'embedded', workers: 1 });
    expect(measured.messages).toBe(500);
  },
  5 * minutes,
);
