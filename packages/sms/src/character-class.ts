import { DEFAULT_ALPHABET, DEFAULT_EXTENSION, ESCAPE } from './gsm-alphabet.ts';

// Bits of a class. A character of the default alphabet has none, so "all GSM" is `seen < UNICODE`.
export const EXTENSION = 1;
export const UNICODE = 2;
/** NFC may change it, or the character before it. */
export const MAY_COMPOSE = 4;
export const CONTROL = 8;
export const SURROGATE = 16;

/**
 * Code units outside GSM that NFC leaves alone, whatever stands before them (NFC_Quick_Check=Yes, combining class 0,
 * never the second of a composition). Not all of them: the blocks that messages are made of. What is missing is only slower.
 */
const INERT_RANGES: readonly (readonly [number, number])[] = [
  [0x0000, 0x02ff],
  [0x0370, 0x0373],
  [0x0375, 0x037d],
  [0x037f, 0x0386],
  [0x0388, 0x0482],
  [0x048a, 0x0590],
  [0x05d0, 0x05ea],
  [0x0620, 0x064a],
  [0x0660, 0x066f],
  [0x0671, 0x06d3],
  [0x06f0, 0x06ff],
  [0x0e01, 0x0e37],
  [0x0e3f, 0x0e47],
  [0x0904, 0x0939],
  [0x093d, 0x094c],
  [0x0964, 0x0977],
  [0x1e00, 0x1eff],
  [0x200b, 0x20cf],
  [0x2100, 0x2125],
  [0x2190, 0x2328],
  [0x2400, 0x2ad0],
  [0x3001, 0x3029],
  [0x3041, 0x3096],
  [0x30a1, 0x30ff],
  [0x3400, 0x9fff],
  [0xac00, 0xd7a3],
  // High surrogates of U+1F000..U+1FBFF: emoji and pictographs.
  [0xd83c, 0xd83e],
  // Low surrogates say nothing of their own.
  [0xdc00, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xff00, 0xffef],
];

function buildTable(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(UNICODE | MAY_COMPOSE);
  for (const [first, last] of INERT_RANGES) table.fill(UNICODE, first, last + 1);
  for (let code = 0xd800; code <= 0xdfff; code += 1) table[code] = (table[code] ?? 0) | SURROGATE;
  table.fill(UNICODE | CONTROL, 0x00, 0x20);
  table.fill(UNICODE | CONTROL, 0x7f, 0xa0);
  for (const character of DEFAULT_ALPHABET) if (character !== ESCAPE) table[character.charCodeAt(0)] = 0;
  for (const character of DEFAULT_EXTENSION) table[character.charCodeAt(0)] = EXTENSION;
  return table;
}

/** Class bits by UTF-16 code unit; `classOf` for all but the tightest loops. */
export const CLASSES: Readonly<Uint8Array> = buildTable();

/** The class bits of one UTF-16 code unit. */
export function classOf(codeUnit: number): number {
  return CLASSES[codeUnit] ?? 0;
}

/** Whether NFC leaves a code unit alone and it is no half of a pair. */
export function isPlain(codeUnit: number): boolean {
  return (classOf(codeUnit) & (MAY_COMPOSE | SURROGATE)) === 0;
}
