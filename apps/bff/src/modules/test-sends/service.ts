import type { TestSend } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { findScenario } from '../scenarios/service.ts';
import { describeTests } from './describe-tests.ts';
import { readTests } from './store.ts';

export { sendTest } from './send-test.ts';

const shown = 20;

/** The last tests of a scenario, newest first. */
export const listTests = async (
  context: AppContext,
  where: { readonly projectId: string; readonly scenarioId: string },
): Promise<{ items: TestSend[] }> => {
  const { pool } = context.database;
  if (!(await findScenario(pool, where))) throw notFound('scenario');
  const rows = await readTests(pool, { ...where, limit: shown });
  return { items: await describeTests(context, where.projectId, rows) };
};
