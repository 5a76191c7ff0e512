const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const REFERENCE = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i;

/** CM's reference of a message, 32 letters and digits, unlike those of every other message. Throws when the id is no UUID. */
export function toReference(messageId: string): string {
  // Anything else could not be told apart in a report.
  if (!UUID.test(messageId))
    throw new Error(`Message ${messageId} has an id that is no UUID: CM cannot be given it.`);
  return messageId.replaceAll('-', '').toLowerCase();
}

/** The message that a reference is of; null when it is none of ours. */
export function readReference(reference: string): string | null {
  const parts = REFERENCE.exec(reference);
  return parts === null ? null : parts.slice(1).join('-').toLowerCase();
}
