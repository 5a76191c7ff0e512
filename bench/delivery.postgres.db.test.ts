import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Audit } from './chaos/audit.ts';
import type { Format } from './chaos/campaign.ts';
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

const shortChaos = async (format: Format, messages: number, kills: number): Promise<Audit> => {
  const carrier = await startCarrier();
  try {
    await carrier.behave(badDay(format));
    const plan = { messages, kills, chance: makeChance(7), ratePerSecond: 300, format };
    return await chaosOnPostgres(carrier, folder, plan);
  } finally {
    await carrier.stop();
  }
};

it(
  'what is killed, and what an operator does on a bad day, loses nothing and doubles nothing',
  async () => {
    const found = await shortChaos('sinch', 1_200, 4);
    expect(found).toMatchObject({ lost: 0, doubled: 0, doubledEvents: 0 });
    expect(found.unexpected).toEqual({});
    expect(found.statuses).toEqual({ delivered: 1_200 });
  },
  5 * minutes,
);

it(
  'where the operator cannot be asked nothing is lost or doubled either, and what nobody knows is told as such',
  async () => {
    const found = await shortChaos('cm', 900, 2);
    expect(found).toMatchObject({ lost: 0, doubled: 0, doubledEvents: 0 });
    expect(found.unexpected).toEqual({});
    expect(found.sent + found.unknown).toBe(900);
    // By far the most is settled by its report.
    expect(found.neverArrived).toBeGreaterThan(0);
    expect(found.delivered).toBeGreaterThan(0);
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
