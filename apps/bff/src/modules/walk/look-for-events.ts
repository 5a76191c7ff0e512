import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { readProjectRules } from '../projects/service.ts';
import { findVersion } from '../runs/versions.ts';
import { findHappened } from './find-happened.ts';
import { readEnrolments } from './store.ts';

/** Sends on whoever is held for an event that came while they did: whoever looks for them then did not find them yet. */
export const lookForEvents = async (
  context: AppContext,
  { runId, nodeId, enrolmentIds }: JobOf<'lookForEvents'>,
): Promise<void> => {
  const { database, jobs, now } = context;
  const version = await findVersion(database.pool, runId);
  const node = version.nodes.get(nodeId);
  if (node?.kind !== 'wait') throw new Error(`node ${nodeId} of run ${runId} waits for nothing`);
  const { projectId } = version;
  const { timeZone } = await readProjectRules(context, projectId);
  await database.transaction(async (connection) => {
    const held = await readEnrolments(connection, { runId, nodeId, enrolmentIds });
    const happened = await findHappened(
      connection,
      { projectId, timeZone, now: now().getTime(), node },
      held.filter(({ awaits }) => awaits !== null),
    );
    if (happened.size === 0) return;
    await jobs.send(connection, 'walk', { jobs: [{ runId, nodeId, enrolmentIds: [...happened.keys()] }] });
  });
};
