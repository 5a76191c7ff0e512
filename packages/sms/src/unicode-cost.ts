import { classOf, UNICODE } from './character-class.ts';
import { countSms, type SmsOptions } from './count-sms.ts';
import { findSubstitute } from './replacements.ts';
import { cutPieces } from './text-pieces.ts';

/** A character that is not in the 7-bit alphabet and so forces the whole message into UCS-2. */
export interface ForcingCharacter {
  readonly character: string;
  /** As in `U+2019`. */
  readonly codePoint: string;
  /** Where it stands, as offsets in the text as given. */
  readonly offsets: readonly number[];
  /** Its safe replacement; `null` where there is none. */
  readonly replacement: string | null;
}

/** What the characters outside the 7-bit alphabet cost. */
export interface UnicodeCost {
  /** In order of first appearance; empty when the message is in GSM-7. */
  readonly characters: readonly ForcingCharacter[];
  readonly parts: number;
  /** Parts with each of them as its safe replacement, or as one basic character where there is none. */
  readonly partsWithout: number;
}

/** Which characters force UCS-2, and how many parts the message would have without them. */
export function findUnicodeCost(text: string, options: SmsOptions = {}): UnicodeCost {
  const count = countSms(text, options);
  const parts = count.parts.length;
  if (count.encoding === 'GSM-7') return { characters: [], parts, partsWithout: parts };
  const offsets = new Map<string, number[]>();
  let without = '';
  for (const { sent, start } of cutPieces(text)) {
    if (classOf(sent.charCodeAt(0)) < UNICODE) {
      without += sent;
      continue;
    }
    const places = offsets.get(sent);
    if (places === undefined) offsets.set(sent, [start]);
    else places.push(start);
    without += findSubstitute(sent)?.to ?? '?';
  }
  return {
    characters: Array.from(offsets, ([character, places]) => describe(character, places)),
    parts,
    partsWithout: countSms(without, options).parts.length,
  };
}

function describe(character: string, offsets: readonly number[]): ForcingCharacter {
  const code = character.codePointAt(0) ?? 0;
  return {
    character,
    codePoint: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
    offsets,
    replacement: findSubstitute(character)?.to ?? null,
  };
}
