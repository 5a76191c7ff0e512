import type { Walk } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { readEventFacts } from '../customers/read-event-facts.ts';
import { findVersion, type PinnedVersion } from '../runs/versions.ts';
import { readLateStart } from '../triggers/late-starts.ts';
import { describeStepRow, nameOfNode, nameWalkers, readVocabulary } from './describe-walks.ts';
import { toScenarioWalk } from './list-customer-walks.ts';
import { readRefusalSentences, readWalkMessages, type WalkMessageRow } from './message-store.ts';
import {
  readRunsOfWalks,
  readRunsOnTheWay,
  readSteps,
  readWalk,
  type StepRow,
  type WalkRow,
} from './store.ts';

/** Of a walk that went round and round only the last steps, and as many messages, are shown. */
const mostSteps = 500;

const toMessage = ({ createdAt, sentAt, endedAt, ...message }: WalkMessageRow): Walk['messages'][number] => ({
  ...message,
  createdAt: createdAt.toISOString(),
  sentAt: sentAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
});

interface Stretch {
  readonly version: PinnedVersion;
  readonly startedAt: Date;
}

// A walk that was moved to a new version passed its first steps in an older one.
const findStretches = async (
  { database }: AppContext,
  projectId: string,
  { runId, startedAt }: WalkRow,
): Promise<Stretch[]> => {
  const runs = await readRunsOnTheWay(database.pool, { projectId, runId, since: startedAt });
  const stretches: Stretch[] = [];
  for (const { id, startedAt: begun } of runs)
    stretches.push({ version: await findVersion(database.pool, id), startedAt: begun });
  return stretches;
};

// What a node asked when the step was made, and not what it asks in the version that the walk was moved to afterwards.
const versionsOf = ({ step: [, , second] }: StepRow, stretches: readonly Stretch[]): PinnedVersion[] => {
  const isLater = ({ startedAt }: Stretch): boolean =>
    typeof second === 'number' && startedAt.getTime() >= (second + 1) * 1_000;
  return [...stretches.filter((own) => !isLater(own)), ...stretches.filter(isLater)].map(
    ({ version }) => version,
  );
};

const readEvent = async (
  { database }: AppContext,
  projectId: string,
  { eventId }: WalkRow,
): Promise<Walk['event']> => {
  if (eventId === null) return null;
  const event = (await readEventFacts(database.pool, projectId, [eventId])).get(eventId);
  return event ? { id: eventId, type: event.type, timestamp: new Date(event.timestamp).toISOString() } : null;
};

const describeTrigger = ({ triggerId }: WalkRow, versions: readonly PinnedVersion[]): Walk['trigger'] => {
  const node = versions.map(({ nodes }) => nodes.get(triggerId)).find((found) => found !== undefined);
  return { nodeId: triggerId, name: nameOfNode(node), kind: node?.kind ?? null };
};

// A step keeps the kind of a refusal only; its sentence is in the customer's events.
const readRefusals = async (
  { database }: AppContext,
  { row, versions, steps }: { row: WalkRow; versions: readonly PinnedVersion[]; steps: readonly StepRow[] },
): Promise<Walk['refusals']> => {
  const [version] = versions;
  if (!version) return [];
  const numbers = new Set(
    versions.flatMap(({ document }) =>
      document.nodes.filter(({ kind }) => kind === 'sms').map(({ number }) => number),
    ),
  );
  const refused = steps.flatMap(({ place, step: [number, , second, why] }) =>
    typeof number === 'number' && typeof second === 'number' && numbers.has(number) && why !== 'enqueued'
      ? [{ visit: place, number, second }]
      : [],
  );
  const { projectId, scenarioId } = version;
  const sentences = await readRefusalSentences(database.pool, {
    projectId,
    customerId: row.customerId,
    scenarioId,
    seconds: refused.map(({ second }) => second),
  });
  return refused.flatMap(({ visit, number, second }) => {
    const message = sentences.get(`${number} ${second}`);
    return message === undefined ? [] : [{ visit, message }];
  });
};

/** One walk in full: each step with what decided it, its messages, and how it began. */
export const getWalk = async (
  context: AppContext,
  { projectId, walkId }: { projectId: string; walkId: string },
): Promise<Walk> => {
  const { pool } = context.database;
  const row = await readWalk(pool, { projectId, walkId });
  const run = row && (await readRunsOfWalks(pool, projectId, [row.runId])).get(row.runId);
  if (!row || !run) throw notFound('walk');
  const stretches = await findStretches(context, projectId, row);
  const versions = stretches.map(({ version }) => version);
  const nodeIds = versions.flatMap(({ document }) =>
    document.nodes.filter(({ kind }) => kind === 'sms').map(({ id }) => id),
  );
  const runIds = versions.map(({ runId }) => runId);
  const [vocabulary, names, { steps, total }, messages, event, late] = await Promise.all([
    readVocabulary(context, projectId),
    nameWalkers(context, projectId, [row]),
    readSteps(pool, { walkId, most: mostSteps }),
    readWalkMessages(pool, {
      projectId,
      runIds,
      nodeIds: [...new Set(nodeIds)],
      walkId,
      most: mostSteps,
    }),
    readEvent(context, projectId, row),
    readLateStart(pool, { runIds, nodeId: row.triggerId, at: row.startedAt }),
  ]);
  const customerName = names.get(row.customerId) ?? row.customerId;
  return {
    ...(await toScenarioWalk(context, row, { customerName, run })),
    trigger: describeTrigger(row, versions),
    event,
    late: late && { dueAt: late.dueAt.toISOString(), firedAt: late.firedAt.toISOString() },
    steps: steps.map((step, index) =>
      describeStepRow(step, {
        row,
        versions: versionsOf(step, stretches),
        vocabulary,
        isLast: index === steps.length - 1,
      }),
    ),
    earlierSteps: total - steps.length,
    messages: messages.map(toMessage),
    refusals: await readRefusals(context, { row, versions, steps }),
  };
};
