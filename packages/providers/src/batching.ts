import type { OutboundBatch, OutboundMessage } from './provider.ts';

/** What may share a request with one operator. */
interface BatchRules {
  /** Most messages in one request. */
  readonly limit: number;
  /** Messages with different keys never share a request; the sender is part of every key already. */
  readonly groupKey: (message: OutboundMessage) => string;
}

/**
 * Lays messages out in batches: same sender, same key, no recipient twice, at most `limit`. The n-th message to a
 * recipient goes into the n-th layer of its group, so the order towards one phone stays as given.
 */
export function layOutBatches(
  messages: readonly OutboundMessage[],
  rules: BatchRules,
): readonly OutboundBatch[] {
  const groups = Map.groupBy(messages, (message) =>
    JSON.stringify([message.sender, rules.groupKey(message)]),
  );
  return [...groups.values()].flatMap((group) =>
    layerByRecipient(group).flatMap((layer) => cutIntoBatches(layer, rules.limit)),
  );
}

function layerByRecipient(messages: readonly OutboundMessage[]): readonly OutboundMessage[][] {
  const layers: OutboundMessage[][] = [];
  const seen = new Map<string, number>();
  for (const message of messages) {
    const depth = seen.get(message.recipient) ?? 0;
    seen.set(message.recipient, depth + 1);
    const layer = layers[depth];
    if (layer === undefined) layers.push([message]);
    else layer.push(message);
  }
  return layers;
}

function cutIntoBatches(messages: readonly OutboundMessage[], limit: number): readonly OutboundBatch[] {
  return Array.from({ length: Math.ceil(messages.length / limit) }, (_, index) => ({
    messages: messages.slice(index * limit, (index + 1) * limit),
  }));
}

/** Throws when a batch was not made by `planBatches`, or from one: sending it could mix up its receipts. */
export function assertBatch({ messages }: OutboundBatch, limit: number): void {
  if (messages.length === 0 || messages.length > limit) {
    throw new Error(`A batch holds 1 to ${limit} messages, this one holds ${messages.length}.`);
  }
  const senders = new Set(messages.map(({ sender }) => sender));
  if (senders.size > 1) throw new Error(`A batch has one sender, this one has ${senders.size}.`);
  const recipients = new Set(messages.map(({ recipient }) => recipient));
  if (recipients.size < messages.length) throw new Error('A batch names no recipient twice, this one does.');
}
