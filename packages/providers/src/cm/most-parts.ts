import { countSms } from '@curlew/sms';
import type { OutboundMessage } from '../provider.ts';

/** Beyond this CM advises not to go, and cuts what is longer than the maximum it is given. */
export const CM_PART_LIMIT = 8;

/**
 * The most parts a text can need at CM: as many as were counted, or as many as its shorter parts make. CM documents both 67 and
 * 66 characters for a part in Unicode; a maximum that is too low would cut the text, one that is not needed costs nothing.
 */
export function mostPartsOf({ text, parts }: Pick<OutboundMessage, 'text' | 'parts'>): number {
  return Math.max(1, parts, countSms(text, { reference: '16-bit' }).parts.length);
}
