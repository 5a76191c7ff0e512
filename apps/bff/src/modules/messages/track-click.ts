import { createCampaignEvent } from '@curlew/engine';
import type { PoolClient } from 'pg';
import { newId } from '../../new-id.ts';
import { trackEvents } from '../customers/track-events.ts';
import { findSources } from './find-sources.ts';
import { readMessage } from './store.ts';

interface Click {
  readonly projectId: string;
  readonly messageId: string;
  /** Where the link leads. */
  readonly url: string;
  readonly at: Date;
}

const utmOf = (url: string): Record<string, string> =>
  Object.fromEntries([...new URL(url).searchParams].filter(([name]) => /^utm_[a-z]+$/.test(name)));

/** Tracks a click as the campaign event of its message, and says whose it was. */
export const trackClick = async (
  connection: PoolClient,
  { projectId, messageId, url, at }: Click,
): Promise<string> => {
  const message = await readMessage(connection, { projectId, messageId });
  if (!message) throw new Error(`the message ${messageId} of a short link does not exist`);
  const { recipient, sender, language, customerId } = message;
  const sourceOf = await findSources(connection, projectId, [message]);
  const properties = createCampaignEvent(sourceOf(message), 'clicked', {
    recipient,
    sender,
    language,
    message_id: messageId,
    url,
    ...utmOf(url),
  });
  await trackEvents(connection, projectId, [
    { id: newId(), customerId, type: null, timestamp: at.toISOString(), properties },
  ]);
  return customerId;
};
