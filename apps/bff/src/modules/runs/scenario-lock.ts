import type { PoolClient } from 'pg';

// A lock of its own and not that of a row: whoever wants a scenario alone gets it after those who work on it now, and not only
// when nobody happens to. It is taken before any row, so that nobody who holds rows waits for it.
const lockOf = `hashtextextended('scenario ' || id, 0)`;

const wanted = '(SELECT id FROM unnest($1::text[]) AS id ORDER BY id) wanted';

/**
 * Until the transaction ends, the life of these scenarios does not change: what is read of their runs stays true. For those who
 * move customers, let them in or send messages; any number of them at once.
 */
export const shareScenarios = async (
  connection: PoolClient,
  scenarioIds: readonly string[],
): Promise<void> => {
  await connection.query(`SELECT count(pg_advisory_xact_lock_shared(${lockOf})) FROM ${wanted}`, [
    [...new Set(scenarioIds)],
  ]);
};

/** The same where it can be had at once; false: somebody changes the life of one now, which may take a while. */
export const tryShareScenarios = async (
  connection: PoolClient,
  scenarioIds: readonly string[],
): Promise<boolean> => {
  if (scenarioIds.length === 0) return true;
  const { rows } = await connection.query<{ isShared: boolean }>(
    `SELECT bool_and(pg_try_advisory_xact_lock_shared(${lockOf})) AS "isShared" FROM ${wanted}`,
    [[...new Set(scenarioIds)]],
  );
  return rows[0]?.isShared ?? false;
};

/** Until the transaction ends, nobody else moves customers of a scenario, sends its messages or changes its life. */
export const holdScenario = async (connection: PoolClient, scenarioId: string): Promise<void> => {
  await connection.query(`SELECT pg_advisory_xact_lock(${lockOf}) FROM (SELECT $1::text AS id) wanted`, [
    scenarioId,
  ]);
};
