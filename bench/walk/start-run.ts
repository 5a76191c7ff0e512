import type { AppContext } from '../../apps/bff/src/app-context.ts';
import { addBuiltInCarrier } from '../../apps/bff/src/modules/integrations/service.ts';
import { startScenario } from '../../apps/bff/src/modules/runs/start.ts';
import { createScenario } from '../../apps/bff/src/modules/scenarios/service.ts';
import { newId } from '../../apps/bff/src/new-id.ts';
import { walkScenario } from './scenario.ts';

const userId = newId();

/** Makes the one user. */
export const makeUser = async ({ database }: AppContext): Promise<void> => {
  await database.prisma.user.create({ data: { id: userId, name: 'Bench', email: 'bench@example.com' } });
};

/** Starts the scenario for everyone, as the button does. */
export const startRun = async (context: AppContext, projectId: string): Promise<{ runId: string }> => {
  const token = 'a token of nobody, for nobody';
  await addBuiltInCarrier(context, projectId, { url: 'http://127.0.0.1:9', token });
  const by = { userId, name: 'Bench' };
  const document = walkScenario();
  const { id, revision } = await createScenario(context, projectId, { name: 'Walk', document, by });
  const run = await startScenario(context, { projectId, scenarioId: id, revision, by });
  return { runId: run.id };
};
