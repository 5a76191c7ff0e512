import type { AppContext } from '../../apps/bff/src/app-context.ts';
import { addBuiltInCarrier } from '../../apps/bff/src/modules/integrations/service.ts';
import { startScenario } from '../../apps/bff/src/modules/runs/start.ts';
import { createScenario } from '../../apps/bff/src/modules/scenarios/service.ts';
import { newId } from '../../apps/bff/src/new-id.ts';
import { sendScenario } from '../scenarios/send-scenario.ts';
import { walkScenario } from '../scenarios/walk-scenario.ts';
import { addCm } from './add-cm.ts';
import type { WorkerCall } from './worker-calls.ts';

const userId = newId();

/** Makes the one user. */
export const makeUser = async ({ database }: AppContext): Promise<void> => {
  await database.prisma.user.create({ data: { id: userId, name: 'Bench', email: 'bench@example.com' } });
};

const documents = { walk: walkScenario, send: sendScenario } as const;
const nobody = { url: 'http://127.0.0.1:9', token: 'a token of nobody, for nobody' };

/** Starts a scenario for everyone, as the button does. */
export const startRun = async (
  context: AppContext,
  {
    projectId,
    scenario,
    carrier = nobody,
    cmReportsTo,
    ratePerSecond = 1_000_000,
  }: Extract<WorkerCall, { kind: 'start' }>,
): Promise<{ runId: string }> => {
  await (cmReportsTo === undefined
    ? addBuiltInCarrier(context, projectId, carrier)
    : addCm(context, projectId, { ...carrier, publicUrl: cmReportsTo }));
  await context.database.pool.query(
    'UPDATE integration SET rate_per_second = $2::int, tokens = $2::int WHERE project_id = $1',
    [projectId, ratePerSecond],
  );
  const by = { userId, name: 'Bench' };
  const document = documents[scenario]();
  const { id, revision } = await createScenario(context, projectId, { name: 'Bench', document, by });
  const run = await startScenario(context, { projectId, scenarioId: id, revision, by });
  return { runId: run.id };
};
