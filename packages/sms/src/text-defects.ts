import { classOf, CONTROL } from './character-class.ts';

/** Offsets of surrogates without their other half. */
export function findLoneSurrogates(text: string): number[] {
  const found: number[] = [];
  let index = 0;
  while (index < text.length) {
    const code = text.codePointAt(index) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) found.push(index);
    index += code > 0xffff ? 2 : 1;
  }
  return found;
}

/** Offsets of C0 and C1 controls that GSM 7-bit does not have; LF, CR and FF it has. */
export function findControlCharacters(text: string): number[] {
  const found: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    if ((classOf(text.charCodeAt(index)) & CONTROL) !== 0) found.push(index);
  }
  return found;
}
