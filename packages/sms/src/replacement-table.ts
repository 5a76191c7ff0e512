/**
 * What a replacement rests on. `quote`, `dash`, `space` and `invisible`: the Unicode properties Quotation_Mark, Dash, White_Space and
 * Default_Ignorable_Code_Point (UCD PropList.txt) and the look-alikes The Unicode Standard names beside them in ch. 6.2.
 * `compatible`: the compatibility mapping of UnicodeData.txt (NFKC). `control`: C0 and C1, ISO/IEC 6429. The rest is house style.
 */
export type ReplacementGroup =
  | 'quote'
  | 'dash'
  | 'ellipsis'
  | 'space'
  | 'invisible'
  | 'control'
  | 'symbol'
  | 'compatible'
  | 'extension';

type Row = readonly [group: ReplacementGroup, from: string, to: string];

/** Each character of `from` is replaced by `to`. */
export const REPLACEMENT_ROWS: readonly Row[] = [
  ['quote', '‘’‚‛‹›′`´ʹʻʼʽ', "'"],
  ['quote', '“”„‟«»″ʺ〝〞〟', '"'],
  ['dash', '‐‑‒–—―−⁃', '-'],
  ['ellipsis', '…', '...'],
  ['ellipsis', '‥', '..'],
  ['ellipsis', '․', '.'],
  // Tab, then the blanks of General Punctuation and its neighbours.
  ['space', '\t\u00a0\u1680\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000', ' '],
  // Vertical tab, next line, line and paragraph separator.
  ['space', '\u000b\u0085\u2028\u2029', '\n'],
  // Soft hyphen, joiners, direction marks, word joiner, invisible operators, variation selectors of emoji, byte order mark.
  ['invisible', '\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e', ''],
  ['invisible', '\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff', ''],
  ['symbol', '•‣◦▪▫', '-'],
  ['symbol', '⁄∕', '/'],
  ['symbol', '×', 'x'],
  ['symbol', 'œ', 'oe'],
  ['symbol', 'Œ', 'OE'],
  // Extension characters with a basic one that reads the same in running text; `~`, `^` and `€` have none.
  ['extension', '[{', '('],
  ['extension', ']}', ')'],
  ['extension', '\\|', '/'],
  ['extension', '\f', '\n'],
];

/** Ranges where the NFKC form is taken, when GSM 7-bit has it. Not all of NFKC: it would turn `10²` into `102` and `1½` into `11/2`. */
export const COMPATIBLE_RANGES: readonly (readonly [number, number])[] = [
  [0x0132, 0x0133], // ij
  [0x01c7, 0x01cc], // lj, nj
  [0x203c, 0x203c], // double exclamation
  [0x2047, 0x2049], // double question and mixed
  [0xfb00, 0xfb06], // ff, fi, fl, ffi, ffl, st
  [0xfe50, 0xfe6b], // small forms
  [0xff01, 0xff5e], // full-width ASCII
  [0xffe1, 0xffe1], // full-width pound
  [0xffe5, 0xffe5], // full-width yen
  [0x1d400, 0x1d7ff], // bold, italic, script, double-struck letters and digits
];
