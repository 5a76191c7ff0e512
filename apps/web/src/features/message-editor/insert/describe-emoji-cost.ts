import { countSms } from '@curlew/sms';
import { formatCount } from '../../../lib/format-number.ts';

/** How many units an emoji takes. */
export const unitsOf = (character: string): number => countSms(character).units;

/** What a message costs with an emoji more. `text` is the message as somebody gets it; null while nobody does. */
export const describeEmojiCost = (character: string, text: string | null): string => {
  const units = formatCount(unitsOf(character), 'unit');
  if (text === null) return `${units}. It turns the message to Unicode: a part then holds 70 units, not 160`;
  const before = countSms(text);
  const after = countSms(text + character);
  const parts =
    before.parts.length === after.parts.length
      ? `still ${formatCount(after.parts.length, 'part')}`
      : `${formatCount(before.parts.length, 'part')} ${before.parts.length === 1 ? 'becomes' : 'become'} ${after.parts.length}`;
  return before.encoding === 'GSM-7' && before.units > 0
    ? `${units}. It turns the message to Unicode: ${parts}`
    : `${units}, ${parts}`;
};
