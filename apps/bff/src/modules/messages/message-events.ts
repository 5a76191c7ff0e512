import { createCampaignEvent, type CampaignEvent, type CampaignSource } from '@curlew/engine';
import type { MessageEvent } from '../customers/track-events.ts';
import type { NewMessage } from './store.ts';

interface Told {
  readonly source: CampaignSource;
  readonly status: string;
  readonly message: Pick<NewMessage, 'id' | 'sender' | 'language' | 'parts' | 'encoding'>;
  /** What this status says besides. */
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * Makes what the campaign events of messages that left the gate say. Most of it is alike for a batch: that is one object for all of
 * them, which is written and read once. Number and text are in the database already, with the message.
 */
export const createMessageEvents = (): ((told: Told) => Pick<MessageEvent, 'ofMessage' | 'shared'>) => {
  const known = new Map<string, CampaignEvent>();
  return ({ source, status, message, details }) => {
    const { id: ofMessage, sender, language, parts, encoding } = message;
    const alike = { sender, language, message_parts: parts, encoding };
    const { scenarioId, scenarioName, node, properties } = source;
    // Of one scenario a node may have had several names.
    const key = JSON.stringify([
      scenarioId,
      scenarioName,
      node.id,
      node.name,
      properties,
      status,
      alike,
      details,
    ]);
    const shared = known.get(key) ?? createCampaignEvent(source, status, { ...alike, ...details });
    known.set(key, shared);
    return { shared, ofMessage };
  };
};
