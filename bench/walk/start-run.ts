import type { AppContext } from '../../apps/bff/src/app-context.ts';
import { addBuiltInCarrier } from '../../apps/bff/src/modules/integrations/service.ts';
import { startScenario } from '../../apps/bff/src/modules/runs/start.ts';
import { createScenario } from '../../apps/bff/src/modules/scenarios/service.ts';
import { newId } from '../../apps/bff/src/new-id.ts';
import { openTestContext } from '../../apps/bff/src/testing/test-context.ts';
import { walkScenario } from './scenario.ts';

const withContext = async <T>(url: string, work: (context: AppContext) => Promise<T>): Promise<T> => {
  const { context, stop } = await openTestContext({ url, dataFolder: '.', drop: () => Promise.resolve() });
  try {
    return await work(context);
  } finally {
    await stop();
  }
};

/** Makes the tables and the one user. */
export const prepareProject = (databaseUrl: string): Promise<{ userId: string }> =>
  withContext(databaseUrl, async ({ database }) => {
    const userId = newId();
    await database.prisma.user.create({ data: { id: userId, name: 'Bench', email: 'bench@example.com' } });
    return { userId };
  });

/** Starts the scenario for everyone, as the button does. */
export const startRun = (
  databaseUrl: string,
  { projectId, userId }: { projectId: string; userId: string },
): Promise<{ runId: string }> =>
  withContext(databaseUrl, async (context) => {
    await addBuiltInCarrier(context, projectId, {
      url: 'http://127.0.0.1:9',
      token: 'a token of nobody, for nobody',
    });
    const by = { userId, name: 'Bench' };
    const { id, revision } = await createScenario(context, projectId, {
      name: 'Walk',
      document: walkScenario(),
      by,
    });
    const run = await startScenario(context, { projectId, scenarioId: id, revision, by });
    return { runId: run.id };
  });
