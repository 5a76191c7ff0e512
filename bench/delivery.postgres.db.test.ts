import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { badDay } from './chaos/faults.ts';
import { chaosOnPostgres } from './chaos/on-postgres.ts';
import { makeChance } from './jinja-fuzz/random.ts';
import { measure } from './pipeline/measure.ts';
import { startCarrier } from './workers/start-carrier.ts';

// Short forms of `bench chaos` and `bench pipeline`: they show that nothing is lost or doubled, and no speed.
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'curlew-bench-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const minutes = 60_000;

it(
  'what is killed, and what an operator does on a bad day, loses nothing and doubles nothing',
  async () => {
    const carrier = await startCarrier();
    try {
      await carrier.behave(badDay);
      const plan = { messages: 2_000, kills: 6, chance: makeChance(7), ratePerSecond: 400 };
      const found = await chaosOnPostgres(carrier, folder, plan);
      expect(found.sent).toBe(2_000);
      expect(found).toMatchObject({ lost: 0, doubled: 0, wronglyUnknown: 0, stuck: 0, doubledEvents: 0 });
      expect(found.delivered).toBe(found.sent);
    } finally {
      await carrier.stop();
    }
  },
  5 * minutes,
);

it(
  'everything that is enqueued reaches the carrier, and as often as it is told as sent',
  async () => {
    const measured = await measure(1_000, { database: 'postgres', workers: 2 });
    expect(measured.messages).toBe(1_000);
  },
  5 * minutes,
);
