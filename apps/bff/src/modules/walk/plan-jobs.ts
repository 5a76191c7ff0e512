import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import type { WalkedBatch } from './walked-batch.ts';
import type { Walked } from './walked.ts';
import { addWaits, type WaitGroup } from './wait-store.ts';

/** An event may have come while its customer did, too early for whoever looks for those that are held. */
const lookAgainSeconds = 5;

const groupByNode = (walked: readonly Walked[], runId: string): JobOf<'walk'>[] =>
  Array.from(
    Map.groupBy(walked, ({ result }) => result.nodeId),
    ([nodeId, group]) => ({ runId, nodeId, enrolmentIds: group.map(({ enrolment }) => enrolment.id) }),
  );

/** Whether somebody is held where they were not before: it may be for as long, and for an event too, as at the node they come from. */
const hasCome = ({ result: { moves } }: Walked): boolean => moves.length > 0;

// Whoever is held on until the moment that was known before is looked at then already, unless that look was this one.
const groupByMoment = ({ walked, version: { runId }, isDue }: WalkedBatch): WaitGroup[] => {
  const held = walked.filter(
    (entry) =>
      entry.result.waitsUntil !== null &&
      (isDue || hasCome(entry) || entry.enrolment.waitsUntil?.getTime() !== entry.result.waitsUntil),
  );
  return Array.from(
    Map.groupBy(held, ({ result: { nodeId, waitsUntil } }) => `${waitsUntil} ${nodeId}`).values(),
  ).flatMap((group) => {
    const [first] = group;
    if (!first || first.result.waitsUntil === null) return [];
    const enrolmentIds = group.map(({ enrolment }) => enrolment.id);
    return [
      { runId, nodeId: first.result.nodeId, waitsUntil: new Date(first.result.waitsUntil), enrolmentIds },
    ];
  });
};

/** Sees to what must happen to those who stand somewhere now: requests, walks that had no time to go on, the ends of waits, events that came too early. */
export const planJobs = async (
  { jobs }: Pick<AppContext, 'jobs'>,
  connection: PoolClient,
  batch: WalkedBatch,
): Promise<void> => {
  const {
    walked,
    version: { projectId, runId },
  } = batch;
  const asking = walked.filter(({ result }) => result.question?.kind === 'webhook');
  await jobs.send(connection, 'callWebhooks', { jobs: groupByNode(asking, runId), owner: projectId });

  // Whoever is neither held nor finished and asks nothing had no time to go on.
  const interrupted = walked.filter(
    ({ result }) => !result.isFinished && result.waitsUntil === null && result.question === null,
  );
  await jobs.send(connection, 'walk', { jobs: groupByNode(interrupted, runId) });

  await addWaits(connection, projectId, groupByMoment(batch));
  const awaiting = walked.filter(
    (entry) =>
      entry.result.waitsUntil !== null &&
      entry.result.waitsFor !== null &&
      (hasCome(entry) || entry.enrolment.awaits === null),
  );
  await jobs.send(connection, 'lookForEvents', {
    jobs: groupByNode(awaiting, runId),
    startAfterSeconds: lookAgainSeconds,
  });
};
