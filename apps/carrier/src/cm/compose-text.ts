import { septetsOf } from '../text/gsm-alphabet.ts';
import { segment, truncateToParts } from '../text/segment.ts';
import type { Encoding } from '../text/segment.ts';

/** What the phone will show of a text that is cut behind `mostParts` parts. */
export function composeText(
  content: string,
  how: { readonly isAuto: boolean; readonly dcs: 0 | 8; readonly mostParts: number },
): { readonly text: string; readonly encoding: Encoding; readonly parts: number } {
  if (how.isAuto) return cut(content, segment(content).encoding, how.mostParts);
  if (how.dcs === 8) return cut(content, 'UNICODE', how.mostParts);
  return cut(forceGsm(content), 'GSM', how.mostParts);
}

function cut(full: string, encoding: Encoding, mostParts: number) {
  const text = truncateToParts(full, mostParts, encoding);
  return { text, encoding, parts: segment(text, encoding).parts };
}

/** Without AUTO the gateway takes a text for GSM; what the alphabet lacks reaches the phone as a question mark. */
function forceGsm(content: string): string {
  return Array.from(content, (character) =>
    character.length === 1 && septetsOf(character.charCodeAt(0)) > 0 ? character : '?',
  ).join('');
}
