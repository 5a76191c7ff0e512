import type { AppContext } from '../../app-context.ts';
import { laneOf, type JobOf } from '../../jobs/queues.ts';
import {
  dropProbe,
  openIntegration,
  readStanding,
  takeProbe,
  takeSendingTokens,
  type OpenIntegration,
} from '../integrations/service.ts';
import { comeAgainSeconds } from '../runs/run-state.ts';
import { claimBatches } from './claim-batches.ts';
import { findReady } from './find-ready.ts';
import { handOver } from './hand-over.ts';
import { sendBatch } from './send-batch.ts';
import { splitBySilence, type BySilence } from './silence.ts';
import { readWaitingMessages, type MessageRow } from './store.ts';

// Usually a job is one request. Many are needed where senders differ or customers share a phone.
const callsAtOnce = 8;
// Others may wait for its place.
const turnMs = 10_000;
// To write down what came of the call.
const probeSlackMs = 5_000;

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

interface Turn {
  readonly job: JobOf<'dispatch'>;
  /** How many of its messages may leave at once. */
  readonly most: number;
  readonly timeoutMs: number;
  /** Once it is aborted nothing new is claimed: what has left is waited for, the others come again. */
  readonly signal?: AbortSignal | undefined;
}

const messagesPerJob = 1_000;
const longestPauseSeconds = 30;

// A tenth of the time that those before it take at the operator's rate: so little is lost where it could have come sooner, and a thousand jobs
// that wait for their turn do not ask for it a thousand times a second.
const pauseOf = ({ place = 0 }: JobOf<'dispatch'>, starved: number, rate: number): number => {
  const mostSeconds = Math.min((place * messagesPerJob) / rate / 10, longestPauseSeconds);
  return Math.min(2 ** Math.min(starved - 1, 16), Math.max(1, mostSeconds));
};

const letSleep = async (
  context: AppContext,
  { job, projectId }: Postponed,
  asleep: BySilence['asleep'],
): Promise<void> => {
  for (const [end, ids] of asleep) {
    const later = { ...job, messageIds: [...ids], starved: 0 };
    const seconds = Math.ceil((end - context.now().getTime()) / 1_000);
    await postpone(context, { job: later, projectId }, seconds);
  }
};

// What the operator's rate allows now; the others come again, those that got nothing ever later.
const takeAllowed = async (
  context: AppContext,
  integration: OpenIntegration,
  { job, most }: Turn,
): Promise<readonly MessageRow[]> => {
  const { id: integrationId, projectId, ratePerSecond } = integration;
  const ready = await findReady(context, integration, { job, most });
  if (!ready) {
    await postpone(context, { job, projectId }, comeAgainSeconds);
    return [];
  }
  const { messageIds } = ready;
  if (messageIds.length === 0) return [];
  const { awake: next, asleep } = splitBySilence(ready.next, context.now());
  await letSleep(context, { job, projectId }, asleep);
  const parts = next.map((message) => message.parts);
  const isUrgent = job.isUrgent === true;
  const allowed = await takeSendingTokens(context, integrationId, { parts, isUrgent });
  const rest = [...next.slice(allowed).map(({ id }) => id), ...messageIds.slice(most)];
  const starved = allowed === 0 && next.length > 0 ? (job.starved ?? 0) + 1 : 0;
  if (rest.length > 0) {
    const later = { ...job, messageIds: rest, starved };
    // Where the first of them wait no more, the next are looked at without a pause.
    const pause = next.length === 0 ? 0 : 1;
    await postpone(
      context,
      { job: later, projectId },
      starved === 0 ? pause : pauseOf(job, starved, ratePerSecond),
    );
  }
  return next.slice(0, allowed);
};

// Nobody calls the operator now: another one may take over what waits for it, and what is left comes again when that is over.
const sendElsewhere = async (
  context: AppContext,
  integration: OpenIntegration,
  { job, heldMs }: { readonly job: JobOf<'dispatch'>; readonly heldMs: number },
): Promise<void> => {
  const { projectId } = integration;
  const left = await handOver(context, { integration, job });
  if (!left) return postpone(context, { job, projectId }, comeAgainSeconds);
  if (left.length === 0) return;
  const later = { ...job, messageIds: [...left] };
  return postpone(context, { job: later, projectId }, Math.ceil(heldMs / 1_000));
};

const holdMsOf = (heldUntil: Date | null, { now }: AppContext): number =>
  (heldUntil?.getTime() ?? 0) - now().getTime();

const sendTurn = async (context: AppContext, integration: OpenIntegration, turn: Turn): Promise<void> => {
  const { job, timeoutMs, signal } = turn;
  const { projectId } = integration;
  const waiting = await takeAllowed(context, integration, turn);
  const rows = new Map(waiting.map((message) => [message.id, message]));
  const batches = integration.provider.planBatches(waiting);
  const turnEnd = performance.now() + turnMs;
  let current = integration;
  for (let start = 0; start < batches.length; start += callsAtOnce) {
    const messageIds = batches.slice(start).flatMap(({ messages }) => messages.map(({ id }) => id));
    const left = { ...job, messageIds };
    if (signal?.aborted || performance.now() > turnEnd) return postpone(context, { job: left, projectId }, 0);
    if (start > 0) {
      // The requests before, or those of another worker, may have been the ones after which nobody calls.
      const standing = await readStanding(context.database.pool, integration.id);
      const heldMs = holdMsOf(standing.heldUntil, context);
      if (heldMs > 0) return sendElsewhere(context, integration, { job: left, heldMs });
      current = { ...integration, ...standing };
    }
    const planned = batches.slice(start, start + callsAtOnce);
    const claimed = await claimBatches(context, { integration, planned, job, rows });
    if (!claimed) return postpone(context, { job: left, projectId }, comeAgainSeconds);
    const sending = { job, timeoutMs, rows };
    await sendAll(claimed.map((batch) => sendBatch(context, current, { ...batch, ...sending })));
  }
};

// The operator was left alone. All that waited for the end of that would call it at once: one message tries, and who else comes
// meanwhile waits for what becomes of it.
const probe = async (context: AppContext, integration: OpenIntegration, turn: Turn): Promise<void> => {
  const { id, projectId } = integration;
  const { pool } = context.database;
  const at = context.now();
  const until = new Date(at.getTime() + turn.timeoutMs + probeSlackMs);
  if (!(await takeProbe(pool, { id, at, until })))
    return postpone(context, { job: turn.job, projectId }, comeAgainSeconds);
  try {
    await sendTurn(context, integration, { ...turn, most: 1 });
  } finally {
    await dropProbe(pool, id);
  }
};

/** Sends messages of one integration: rate, claim, call, record. Run twice, it finds its messages taken and does nothing. */
export const dispatch = async (
  context: AppContext,
  job: JobOf<'dispatch'>,
  { timeoutMs = context.config.operatorTimeoutMs, signal }: Partial<Pick<Turn, 'timeoutMs' | 'signal'>> = {},
): Promise<void> => {
  const { integrationId } = job;
  const integration = await openIntegration(context, integrationId);
  if (!integration) {
    const waiting = await readWaitingMessages(context.database.pool, integrationId, job.messageIds);
    // Those that were cancelled need none.
    if (waiting.length === 0) return;
    throw new Error(`integration ${integrationId} does not exist, ${waiting.length} messages wait for it`);
  }
  const { heldUntil } = integration;
  const heldMs = holdMsOf(heldUntil, context);
  if (heldMs > 0) return sendElsewhere(context, integration, { job, heldMs });
  const most = job.isUrgent === true ? job.messageIds.length : integration.ratePerSecond;
  const turn = { job, most, timeoutMs, signal };
  await (heldUntil === null ? sendTurn : probe)(context, integration, turn);
};
