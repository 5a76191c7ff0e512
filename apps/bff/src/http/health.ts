import { setTimeout } from 'node:timers/promises';
import { Router } from 'express';
import type { AppContext } from '../app-context.ts';
import { readMigrations } from '../database/migrate.ts';

const patienceMs = 3_000;

// A database that is gone may leave a question unanswered for minutes.
const within = async (check: Promise<boolean>): Promise<boolean> => {
  const gaveUp = new AbortController();
  const patience = setTimeout(patienceMs, false, { signal: gaveUp.signal }).catch(() => false);
  try {
    return await Promise.race([check.catch(() => false), patience]);
  } finally {
    gaveUp.abort();
  }
};

/** `/healthz`: the process answers. `/readyz`: database, migrations and jobs are there too. */
export const healthRouter = ({ database, jobs }: AppContext): Router => {
  const router = Router();
  // The program's own files: they do not change while it runs.
  const migrations = readMigrations();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });

  const checks: { readonly [name: string]: () => Promise<boolean> } = {
    database: async () => (await database.pool.query('SELECT 1')).rowCount === 1,
    migrations: async () => {
      const { rows } = await database.pool.query<{ applied: number }>(
        'SELECT count(*)::int AS applied FROM _prisma_migrations WHERE finished_at IS NOT NULL',
      );
      return (rows[0]?.applied ?? 0) >= (await migrations).length;
    },
    jobs: async () => jobs.isReady(),
  };

  router.get('/readyz', async (_request, response) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await within(check())] as const),
    );
    const isReady = results.every(([, isFine]) => isFine);
    response
      .status(isReady ? 200 : 503)
      .json({ status: isReady ? 'ready' : 'not ready', ...Object.fromEntries(results) });
  });
  return router;
};
