import { walkPortion, type WalkSteps } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { findVersion, type PinnedVersion } from '../runs/versions.ts';
import { describeStepRow, readVocabulary } from './describe-walks.ts';
import { readRefusalSentences, readWalkMessages, type WalkMessageRow } from './message-store.ts';
import { readRunsOnTheWay, readSteps, type StepRow, type WalkRow } from './store.ts';

const toMessage = ({
  createdAt,
  sentAt,
  endedAt,
  ...message
}: WalkMessageRow): WalkSteps['messages'][number] => ({
  ...message,
  createdAt: createdAt.toISOString(),
  sentAt: sentAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
});

/** A version that a walk was in, from a moment on. */
export interface Stretch {
  readonly version: PinnedVersion;
  readonly startedAt: Date;
}

// A walk that was moved to a new version passed its first steps in an older one.
export const findStretches = async (
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

// A step keeps the kind of a refusal only; its sentence is in the customer's events.
const readRefusals = async (
  { database }: AppContext,
  { row, versions, steps }: { row: WalkRow; versions: readonly PinnedVersion[]; steps: readonly StepRow[] },
): Promise<WalkSteps['refusals']> => {
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

/** Steps of a walk before one of them, or its last ones: what decided each, and their messages. */
export const describeWay = async (
  context: AppContext,
  { projectId, row, stretches }: { projectId: string; row: WalkRow; stretches: readonly Stretch[] },
  before: number | null = null,
): Promise<WalkSteps> => {
  const { pool } = context.database;
  const { steps, total } = await readSteps(pool, { walkId: row.id, before, size: walkPortion });
  const from = steps.at(0)?.place ?? 1;
  const versions = stretches.map(({ version }) => version);
  const nodeIds = versions.flatMap(({ document }) =>
    document.nodes.filter(({ kind }) => kind === 'sms').map(({ id }) => id),
  );
  const vocabulary = await readVocabulary(context, projectId);
  const messages = await readWalkMessages(pool, {
    projectId,
    runIds: versions.map(({ runId }) => runId),
    nodeIds: [...new Set(nodeIds)],
    walkId: row.id,
    from,
    to: steps.at(-1)?.place ?? 0,
  });
  return {
    steps: steps.map((step) =>
      describeStepRow(step, {
        row,
        versions: versionsOf(step, stretches),
        vocabulary,
        isLast: step.place === total,
      }),
    ),
    earlierSteps: from - 1,
    messages: messages.map(toMessage),
    refusals: await readRefusals(context, { row, versions, steps }),
  };
};
