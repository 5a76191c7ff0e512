import type { AppContext } from '../../app-context.ts';
import { laneOf, type JobOf } from '../../jobs/queues.ts';
import {
  noteOutcome,
  openIntegration,
  takeSendingTokens,
  type OpenIntegration,
} from '../integrations/service.ts';
import { comeAgainSeconds } from '../runs/run-state.ts';
import { callbackUrl } from '../receipts/callback-url.ts';
import { claimBatches, type ClaimedBatch } from './claim-batches.ts';
import { expireMessages } from './expire-messages.ts';
import { handOver } from './hand-over.ts';
import { holdBack } from './hold-back.ts';
import { recordOutcome } from './record-outcome.ts';
import { readWaitingMessages, type MessageRow } from './store.ts';
import { withoutNumbers } from './without-numbers.ts';

// Usually a job is one request. Many are needed where senders differ or customers share a phone.
const callsAtOnce = 8;
const turnMs = 60_000;

interface Sending {
  readonly job: JobOf<'dispatch'>;
  readonly timeoutMs: number;
  /** Milliseconds since 1970, before the claim. */
  readonly claimedAt: number;
  /** By id. */
  readonly rows: ReadonlyMap<string, MessageRow>;
}

const sendBatch = async (
  context: AppContext,
  integration: OpenIntegration,
  { id: batchId, batch, job, timeoutMs, rows, claimedAt }: ClaimedBatch & Sending,
): Promise<void> => {
  const { provider, fetch, id: integrationId } = integration;
  // A process that stood still meanwhile leaves it to the reconciler, which may have sent it again by now.
  if (Date.now() - claimedAt > timeoutMs)
    return context.log.warn({ batchId, integrationId }, 'batch not sent in time');
  const answered = context.metrics.providerSeconds.startTimer({ provider: provider.id });
  const outcome = await provider.send(batch, {
    fetch,
    now: () => context.now().getTime(),
    timeoutMs,
    reference: batchId,
    callbackUrl: callbackUrl(context, integrationId),
  });
  answered();
  context.metrics.batches.inc({ provider: provider.id, outcome: outcome.kind });
  const messages = batch.messages.flatMap(({ id }) => rows.get(id) ?? []);
  const error = outcome.kind === 'accepted' ? '' : withoutNumbers(outcome.error);
  // By the request a message is found, and by these ids what sent it.
  const runIds = [...new Set(messages.flatMap(({ runId }) => runId ?? []))];
  const line = { batchId, integrationId, runIds, messages: messages.length, outcome: outcome.kind };
  if (outcome.kind === 'accepted') context.log.info(line, 'batch accepted');
  else context.log.warn({ ...line, error }, 'batch not accepted');
  // Perhaps it was taken: the batch stays open, and the reconciler asks the operator.
  if (outcome.kind !== 'unknown')
    await recordOutcome(context, integration, { batchId, outcome, attempt: job.attempt ?? 0, messages });
  const { isInTrouble } = integration;
  await noteOutcome(context, { integrationId, outcome, error, isInTrouble });
  // Where that was one failure too many, its messages need not wait for their next try.
  if (outcome.kind === 'retry')
    await handOver(context, { integration, job: { ...job, messageIds: messages.map(({ id }) => id) } });
};

interface Postponed {
  readonly job: JobOf<'dispatch'>;
  readonly projectId: string;
}

const postpone = (
  context: AppContext,
  { job, projectId }: Postponed,
  startAfterSeconds: number,
): Promise<void> =>
  context.database.transaction((connection) =>
    context.jobs.send(connection, laneOf(job), { jobs: [job], startAfterSeconds, owner: projectId }),
  );

// All are waited for, also when one fails: none may go on behind the back of a server that stops.
const sendAll = async (sends: readonly Promise<void>[]): Promise<void> => {
  const failed = (await Promise.allSettled(sends)).find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
};

/** Sends messages of one integration: rate, claim, call, record. Run twice, it finds its messages taken and does nothing. */
export const dispatch = async (
  context: AppContext,
  job: JobOf<'dispatch'>,
  timeoutMs: number = context.config.operatorTimeoutMs,
): Promise<void> => {
  const { integrationId } = job;
  const integration = await openIntegration(context, integrationId);
  if (!integration)
    throw new Error(
      `integration ${integrationId} does not exist, ${job.messageIds.length} messages wait for it`,
    );
  const { projectId } = integration;
  const heldMs = (integration.heldUntil?.getTime() ?? 0) - context.now().getTime();
  if (heldMs > 0) {
    const left = await handOver(context, { integration, job });
    if (!left) return postpone(context, { job, projectId }, comeAgainSeconds);
    if (left.length === 0) return;
    return postpone(
      context,
      { job: { ...job, messageIds: [...left] }, projectId },
      Math.ceil(heldMs / 1_000),
    );
  }
  const mayLeave = await context.database.transaction((connection) =>
    holdBack(context, connection, { integration, job }),
  );
  if (!mayLeave) return postpone(context, { job, projectId }, comeAgainSeconds);
  if (mayLeave.length === 0) return;
  // Before they take tokens that others could use.
  const expired = await context.database.transaction((connection) =>
    expireMessages(connection, integration, { messageIds: mayLeave, at: context.now() }),
  );
  const messageIds = mayLeave.filter((id) => !expired.has(id));
  if (messageIds.length === 0) return;
  const isUrgent = job.isUrgent === true;
  // More than the bucket holds would be read for nothing.
  const most = isUrgent ? messageIds.length : integration.ratePerSecond;
  const next = await readWaitingMessages(context.database.pool, integrationId, messageIds.slice(0, most));
  const parts = next.map((message) => message.parts);
  const allowed = await takeSendingTokens(context, integrationId, { parts, isUrgent });
  const rest = [...next.slice(allowed).map(({ id }) => id), ...messageIds.slice(most)];
  if (rest.length > 0) await postpone(context, { job: { ...job, messageIds: rest }, projectId }, 1);
  const waiting = next.slice(0, allowed);
  const rows = new Map(waiting.map((message) => [message.id, message]));
  const batches = integration.provider.planBatches(waiting);
  const turnEnd = performance.now() + turnMs;
  for (let start = 0; start < batches.length; start += callsAtOnce) {
    const left = batches.slice(start).flatMap(({ messages }) => messages.map(({ id }) => id));
    if (performance.now() > turnEnd)
      return postpone(context, { job: { ...job, messageIds: left }, projectId }, 0);
    const planned = batches.slice(start, start + callsAtOnce);
    const claimedAt = Date.now();
    const claimed = await claimBatches(context, { integration, planned, job });
    if (!claimed)
      return postpone(context, { job: { ...job, messageIds: left }, projectId }, comeAgainSeconds);
    const sending = { job, timeoutMs, rows, claimedAt };
    await sendAll(claimed.map((batch) => sendBatch(context, integration, { ...batch, ...sending })));
  }
};
