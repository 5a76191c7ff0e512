/** GSM 7-bit default alphabet, 3GPP TS 23.038 §6.2.1, by septet. Position 0x1B is the escape, not a character. */
export const DEFAULT_ALPHABET =
  '@£$¥èéùìòÇ\nØø\rÅå' +
  'Δ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ' +
  ' !"#¤%&\'()*+,-./' +
  '0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNO' +
  'PQRSTUVWXYZÄÖÑÜ§' +
  '¿abcdefghijklmno' +
  'pqrstuvwxyzäöñüà';

/** The characters of the default extension table, TS 23.038 §6.2.1.1: an escape and a septet each. */
export const DEFAULT_EXTENSION = '\f^{}\\[~]|€';

/** The septet that leads to the extension table; as a character of a text it does not exist in GSM 7-bit. */
export const ESCAPE = '\u001b';
