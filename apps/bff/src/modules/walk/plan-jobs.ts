import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import type { WalkedBatch } from './walked-batch.ts';
import type { Walked } from './walked.ts';

/** Waits that end sooner than this are not left to the sweep: they might be over before their walk is committed. */
const soonMs = 10_000;
/** An event may have come while its customer did, too early for whoever looks for those that are held. */
const lookAgainSeconds = 5;

const groupByNode = (walked: readonly Walked[], runId: string): JobOf<'walk'>[] =>
  Array.from(
    Map.groupBy(walked, ({ result }) => result.nodeId),
    ([nodeId, group]) => ({ runId, nodeId, enrolmentIds: group.map(({ enrolment }) => enrolment.id) }),
  );

/** Queues what must happen to those who stand somewhere now: requests, walks that had no time to go on, waits that are almost over, events that came too early. */
export const planJobs = async (
  { jobs }: Pick<AppContext, 'jobs'>,
  connection: PoolClient,
  { walked, version: { projectId, runId }, now }: WalkedBatch,
): Promise<void> => {
  const asking = walked.filter(({ result }) => result.question?.kind === 'webhook');
  await jobs.send(connection, 'callWebhooks', { jobs: groupByNode(asking, runId), owner: projectId });

  // Whoever is neither held nor finished and asks nothing had no time to go on.
  const interrupted = walked.filter(
    ({ result }) => !result.isFinished && result.waitsUntil === null && result.question === null,
  );
  await jobs.send(connection, 'walk', { jobs: groupByNode(interrupted, runId) });

  const held = walked.filter(({ result }) => result.waitsUntil !== null);
  const soon = held.filter(({ result }) => (result.waitsUntil ?? 0) - now.getTime() < soonMs);
  for (const [due, group] of Map.groupBy(soon, ({ result }) => result.waitsUntil ?? 0)) {
    const startAfterSeconds = Math.max(0, due - now.getTime()) / 1_000;
    await jobs.send(connection, 'walk', { jobs: groupByNode(group, runId), startAfterSeconds });
  }
  const awaiting = held.filter(
    ({ result, enrolment }) => result.waitsFor !== null && enrolment.awaits === null,
  );
  await jobs.send(connection, 'lookForEvents', {
    jobs: groupByNode(awaiting, runId),
    startAfterSeconds: lookAgainSeconds,
  });
};
