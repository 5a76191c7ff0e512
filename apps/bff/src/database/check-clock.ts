import type { Database } from './database.ts';

const mostMs = 5_000;

/**
 * Warns when this machine's clock and the database's differ: waits, expiry and pauses of operators go by the clock of whichever process
 * looks, so one that is an hour ahead ends or begins them for all.
 */
export const checkClock = async (
  { pool }: Pick<Database, 'pool'>,
  log: { readonly warn: (details: { aheadMs: number }, sentence: string) => unknown },
): Promise<void> => {
  const before = Date.now();
  const { rows } = await pool.query<{ ms: number }>(
    'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms',
  );
  const [told] = rows;
  if (!told) return;
  const aheadMs = Math.round((before + Date.now()) / 2 - told.ms);
  if (Math.abs(aheadMs) > mostMs)
    log.warn({ aheadMs }, "the clock of this machine is not the database's: let both be set by NTP");
};
