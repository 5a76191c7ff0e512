// Whether anything is lost or sent twice: `pnpm -s bench chaos --kills 50 [--messages 50000] [--format sinch|cm]
// [--database embedded|postgres] [--seed 1]`.
// Processes as production runs them are killed (SIGKILL) at random moments of a campaign and started again, the database crashes now and
// then, and the carrier misbehaves. When all is done the carrier's ledger of what phones received is held against the database.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formats, killEveryMs } from './chaos/campaign.ts';
import { badDay } from './chaos/faults.ts';
import { chaosOnEmbedded } from './chaos/on-embedded.ts';
import { chaosOnPostgres } from './chaos/on-postgres.ts';
import { makeChance } from './jinja-fuzz/random.ts';
import { startCarrier } from './workers/start-carrier.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    messages: { type: 'string', default: '50000' },
    format: { type: 'string', default: 'sinch' },
    database: { type: 'string', default: 'postgres' },
    seed: { type: 'string', default: '1' },
  },
});
const [kills, messages, seed] = [Number(values.kills), Number(values.messages), Number(values.seed)];
const format = formats.find((one) => one === values.format);
if (!format) {
  console.error(`Name a format: ${formats.join(', ')}`);
  process.exit(1);
}
const database = values.database === 'embedded' ? 'embedded' : 'postgres';
const ratePerSecond = Math.ceil(messages / Math.max(5, (kills * killEveryMs) / 1_000));
console.error(
  `${messages} messages in the format of ${format} at ${ratePerSecond}/s, ${kills} kills, seed ${seed}; ` +
    (database === 'embedded'
      ? 'one process on the embedded database'
      : 'two workers and a web process on PostgreSQL, every tenth kill is of the database'),
);
const folder = mkdtempSync(join(tmpdir(), 'curlew-bench-'));
const carrier = await startCarrier();
const began = performance.now();
let wrong: number;
try {
  await carrier.behave(badDay(format));
  const plan = { messages, kills, chance: makeChance(seed), ratePerSecond, format };
  const found = await (database === 'embedded' ? chaosOnEmbedded : chaosOnPostgres)(carrier, folder, plan);
  const seconds = Math.round((performance.now() - began) / 1_000);
  console.log(JSON.stringify({ ...found, kills, messages, seed, format, database, seconds }));
  wrong = found.lost + found.doubled + found.doubledEvents + Object.keys(found.unexpected).length;
} finally {
  await carrier.stop();
  rmSync(folder, { recursive: true, force: true });
}
// Said outright: what runs the database server ends a process that merely comes to its end with 0.
process.exit(wrong > 0 ? 1 : 0);
