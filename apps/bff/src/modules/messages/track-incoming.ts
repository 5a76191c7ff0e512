import { createCampaignEvent } from '@curlew/engine';
import type { PoolClient } from 'pg';
import { newId } from '../../new-id.ts';
import { trackEvents } from '../customers/track-events.ts';
import { findSources } from './find-sources.ts';
import type { MessageRow } from './store.ts';

/** A text that a customer sent. */
export interface IncomingNews {
  readonly id: string;
  readonly customerId: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly at: Date;
  /** The message of ours that it answers, where that is known. */
  readonly answered: MessageRow | null;
}

const status = 'incoming_message';

// Operators tell seconds, and clocks differ: no answer was there before its message.
const momentOf = ({ at, answered }: IncomingNews): Date => {
  const before = answered?.sentAt ?? answered?.createdAt;
  return before === undefined || at > before ? at : new Date(before.getTime() + 1);
};

/** Tracks texts of one project's customers as campaign events, of the campaign that each of them answers. */
export const trackIncoming = async (
  connection: PoolClient,
  { projectId, provider, texts }: { projectId: string; provider: string; texts: readonly IncomingNews[] },
): Promise<void> => {
  const messages = texts.flatMap(({ answered }) => answered ?? []);
  const sourceOf = await findSources(connection, projectId, messages);
  const events = texts.map((text) => {
    const { id, customerId, from: sender, to: recipient, text: message, answered } = text;
    const details = { recipient, sender, message, provider, message_id: id };
    const properties = answered
      ? createCampaignEvent(sourceOf(answered), status, { ...details, language: answered.language })
      : { action_type: 'sms', status, ...details };
    return { id: newId(), customerId, type: null, timestamp: momentOf(text).toISOString(), properties };
  });
  await trackEvents(connection, projectId, events);
};
