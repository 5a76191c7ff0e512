import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import type { OpenIntegration } from '../integrations/service.ts';
import { doAllGoOn } from '../runs/run-state.ts';
import { expireMessages } from './expire-messages.ts';
import { holdBack } from './hold-back.ts';
import { readWaitingMessages, type MessageRow } from './store.ts';

/** The runs that messages are of; tests are of none. */
export const runIdsOf = (messages: readonly Pick<MessageRow, 'runId'>[]): string[] => [
  ...new Set(messages.flatMap(({ runId }) => runId ?? [])),
];

export const hasExpired = ({ expiresAt }: Pick<MessageRow, 'expiresAt'>, at: Date): boolean =>
  expiresAt !== null && expiresAt <= at.getTime();

/** Messages of a job that may leave, as far as can be said before they are claimed. */
export interface Ready {
  /** The first of them. */
  readonly next: readonly MessageRow[];
  /** All of them. */
  readonly messageIds: readonly string[];
}

/**
 * The messages of a job that wait, up to `most`; before they take tokens that others could use, those of runs that are paused are put aside,
 * and those are given up that have expired or whose run was stopped. Null while somebody changes the life of their scenario.
 */
export const findReady = async (
  context: AppContext,
  integration: OpenIntegration,
  { job, most }: { readonly job: JobOf<'dispatch'>; readonly most: number },
): Promise<Ready | null> => {
  const { database, now } = context;
  const read = (ids: readonly string[]): Promise<MessageRow[]> =>
    // More than the bucket holds would be read for nothing.
    readWaitingMessages(database.pool, integration.id, ids.slice(0, most));
  const next = await read(job.messageIds);
  const runIds = runIdsOf(next);
  const isAnyOver = next.some((message) => hasExpired(message, now()));
  if (!isAnyOver && (await doAllGoOn(database.pool, runIds))) return { next, messageIds: job.messageIds };
  const mayLeave = await database.transaction((connection) =>
    holdBack(context, connection, { integration, job, runIds }),
  );
  if (!mayLeave) return null;
  const expired = await database.transaction((connection) =>
    expireMessages(connection, integration, { messageIds: mayLeave, at: now() }),
  );
  const messageIds = mayLeave.filter((id) => !expired.has(id));
  return { next: await read(messageIds), messageIds };
};
