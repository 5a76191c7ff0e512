import { createCampaignEvent } from '@curlew/engine';
import type { PoolClient } from 'pg';
import { inOneGo } from '../../database/in-one-go.ts';
import { addRunCounts, type CountChange } from '../runs/counts.ts';
import { createMessageEvents } from './message-events.ts';
import { findSources } from './find-sources.ts';
import { newId } from '../../new-id.ts';
import { isTakenAsNotSent } from './status.ts';
import { markUnusable, type UnusableNumber } from '../customers/unusable-numbers.ts';
import { trackEvents, type NewCustomerEvent } from '../customers/track-events.ts';
import { updateMessages, type MessageRow, type MessageStatus, type StatusChange } from './store.ts';

/** News about a message, to be written down once. */
export interface MessageNews {
  readonly message: MessageRow;
  readonly status: Extract<
    MessageStatus,
    'sent' | 'delivered' | 'failed' | 'rejected' | 'unknown' | 'expired' | 'cancelled'
  >;
  readonly statusCode: string | null;
  readonly error: string | null;
  readonly at: Date;
  /** The operator reports it after the send, so it was sent, whatever became of it. */
  readonly wasSent?: boolean;
  /** The operator says that its number is no use for any message. */
  readonly isNumberUnusable?: true;
}

type Told = MessageNews['status'];

/** What campaign events and counts say. What the operator had, and then let expire or cancelled, was sent and has failed; the message says which. */
export const eventStatusOf = ({ status, wasSent = false }: Pick<MessageNews, 'status' | 'wasSent'>): Told =>
  wasSent && (status === 'expired' || status === 'cancelled') ? 'failed' : status;

// A message that comes to its end before it was known to be sent is told to be sent first, so that rates stay true.
const statusesOf = (news: MessageNews): readonly Told[] => {
  const { message, wasSent = false } = news;
  const status = eventStatusOf(news);
  return wasSent && status !== 'sent' && message.status !== 'sent' ? ['sent', status] : [status];
};

// Clocks differ, and operators round: what comes later is told later. Whoever waits for it came to their Wait when it was made. One that
// has ended and was not sent was taken as not sent by a person, of whom people read before.
const momentOf = ({ message, at }: MessageNews): Date => {
  const before = message.sentAt ?? message.endedAt ?? message.createdAt;
  return at > before ? at : new Date(before.getTime() + 1);
};

const detailsOf = ({ statusCode, error }: MessageNews) => ({
  ...(statusCode === null ? {} : { status_code: statusCode }),
  ...(error === null ? {} : { error }),
});

const deliveryOf = (news: MessageNews, step: Told, timestamp: Date) => ({
  ...detailsOf(news),
  ...(step === 'sent' ? { sent_timestamp: timestamp.getTime() / 1_000 } : {}),
});

// Of what did not leave, `message` says why, as in the events of the gate.
const refusalOf = ({ message, status, error }: MessageNews) => ({
  recipient: message.recipient,
  sender: message.sender,
  language: message.language,
  message_id: message.id,
  type: status,
  message: error,
});

const countsOf = ({ message, ...news }: MessageNews, told: readonly Told[]): CountChange[] => {
  const { runId, nodeId } = message;
  // A test is no part of what a run has done.
  if (runId === null) return [];
  const counts = told.map((counter): CountChange => ({ runId, nodeId, counter, by: 1 }));
  const isRefused = news.status === 'failed' || news.status === 'rejected';
  if (isRefused && message.status !== 'sent' && !told.includes('sent'))
    counts.push({ runId, nodeId, counter: 'unsent', by: 1 });
  // The operator knows better than whoever took it as not sent.
  if (isTakenAsNotSent(message))
    counts.push({ runId, nodeId, counter: 'failed', by: -1 }, { runId, nodeId, counter: 'unsent', by: -1 });
  // What is known now is unknown no longer.
  const wasUnknown = message.status === 'unknown' && news.status !== 'unknown';
  return wasUnknown ? [...counts, { runId, nodeId, counter: 'unknown', by: -1 }] : counts;
};

const changeOf = (entry: MessageNews): StatusChange => {
  const { message, status, statusCode, error } = entry;
  const timestamp = momentOf(entry);
  const sentAt = statusesOf(entry).includes('sent') ? timestamp : null;
  const endedAt = status === 'sent' || status === 'unknown' ? null : timestamp;
  return { id: message.id, status, statusCode, error, sentAt, endedAt };
};

const unusableOf = (news: MessageNews): UnusableNumber[] => {
  const { customerId, recipient } = news.message;
  return news.isNumberUnusable
    ? [{ customerId, number: recipient, since: momentOf(news), because: news.error }]
    : [];
};

interface Recorded {
  readonly projectId: string;
  readonly provider: string;
  readonly news: readonly MessageNews[];
  /** The batch they were sent with, where the caller does not hold their locks: what has been moved on meanwhile is left alone. */
  readonly sentWith?: string;
}

/** Writes news of one project's messages: status, campaign event and counts together. Returns what of it was written. */
export const recordNews = async (
  connection: PoolClient,
  { projectId, provider, news: all, sentWith }: Recorded,
): Promise<readonly MessageNews[]> => {
  const left = await updateMessages(connection, all.map(changeOf), sentWith ?? null);
  const news = sentWith === undefined ? all : all.filter(({ message }) => !left.has(message.id));
  // Before the counts: whoever walks a customer holds them, and then the counts.
  await markUnusable(connection, projectId, news.flatMap(unusableOf));
  const events: NewCustomerEvent[] = [];
  const counts: CountChange[] = [];
  const eventOf = createMessageEvents();
  const messages = news.map(({ message }) => message);
  const sourceOf = await findSources(connection, projectId, messages);
  for (const entry of news) {
    const { message } = entry;
    const source = sourceOf(message);
    const timestamp = momentOf(entry);
    const told = statusesOf(entry);
    counts.push(...countsOf(entry, told));
    for (const step of told) {
      // What nobody knows did not happen to the customer yet.
      if (step === 'unknown') continue;
      const hasLeft = step !== 'expired' && step !== 'cancelled';
      const said = hasLeft
        ? eventOf({
            source,
            status: step,
            message,
            details: { ...deliveryOf(entry, step, timestamp), provider },
          })
        : { properties: createCampaignEvent(source, 'suppressed', { ...refusalOf(entry), provider }) };
      const { customerId } = message;
      events.push({
        id: newId(),
        customerId,
        type: null,
        timestamp: timestamp.toISOString(),
        ...said,
      });
    }
  }
  await inOneGo(connection, [
    () => trackEvents(connection, projectId, events),
    () => addRunCounts(connection, projectId, counts),
  ]);
  return news;
};
