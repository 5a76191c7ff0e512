import { createCampaignEvent, type CampaignEvent, type CampaignSource } from '@curlew/engine';
import type { MessageEvent } from '../customers/track-events.ts';
import type { NewMessage } from './insert-store.ts';

interface Told {
  readonly source: CampaignSource;
  readonly status: string;
  readonly message: Pick<NewMessage, 'id' | 'sender' | 'language' | 'parts' | 'encoding'>;
  /** What this status says besides. */
  readonly details: Readonly<Record<string, unknown>>;
}

type Flat = Readonly<Record<string, unknown>>;

// What is said in no more than words and numbers; where it is more, they differ.
const areAlike = (one: Flat, other: Flat): boolean => {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && one[name] === other[name])
  );
};

const areToldAlike = (one: Told, other: Told): boolean =>
  one.status === other.status &&
  one.source.node === other.source.node &&
  one.source.scenarioId === other.source.scenarioId &&
  one.source.scenarioName === other.source.scenarioName &&
  one.message.sender === other.message.sender &&
  one.message.language === other.message.language &&
  one.message.parts === other.message.parts &&
  one.message.encoding === other.message.encoding &&
  areAlike(one.source.properties, other.source.properties) &&
  areAlike(one.details, other.details);

/**
 * Makes what the campaign events of messages that left the gate say. Most of it is alike for a batch: that is one object for all of
 * them, which is written and read once. Number and text are in the database already, with the message.
 */
export const createMessageEvents = (): ((told: Told) => Pick<MessageEvent, 'ofMessage' | 'shared'>) => {
  const known = new Map<string, CampaignEvent>();
  let last: { readonly told: Told; readonly shared: CampaignEvent } | undefined;
  return (told) => {
    const { source, status, message, details } = told;
    const { id: ofMessage, sender, language, parts, encoding } = message;
    // Nearly always it is like the one before.
    if (last && areToldAlike(last.told, told)) return { shared: last.shared, ofMessage };
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
    last = { told, shared };
    return { shared, ofMessage };
  };
};
