import { DEFAULT_ALPHABET, DEFAULT_EXTENSION } from './gsm-alphabet.ts';

/** Languages of TS 23.038 annex A that Latin-script messages need. */
export type NationalLanguage = 'turkish' | 'spanish' | 'portuguese';

/** Characters a language's tables add or replace. */
export interface NationalAlphabet {
  /** Replaces the default alphabet for the whole message, annex A.3; `null` where the language has none. */
  readonly locking: string | null;
  /** Replaces the extension table, annex A.2. */
  readonly single: string;
}

/** Positions 0x04, 0x07, 0x0B, 0x0C, 0x1C, 0x1D, 0x40 and 0x60 differ from the default alphabet (annex A.3.1). */
const TURKISH_LOCKING = DEFAULT_ALPHABET.replace('è', '€')
  .replace('ì', 'ı')
  .replace('Ø', 'Ğ')
  .replace('ø', 'ğ')
  .replace('Æ', 'Ş')
  .replace('æ', 'ş')
  .replace('¡', 'İ')
  .replace('¿', 'ç');

/** Annex A.3.3, by septet. */
const PORTUGUESE_LOCKING =
  '@£$¥êéúíóç\nÔô\rÁá' +
  'Δ_ªÇÀ∞^\\€Ó|\u001bÂâÊÉ' +
  ' !"#º%&\'()*+,-./' +
  '0123456789:;<=>?' +
  'ÍABCDEFGHIJKLMNO' +
  'PQRSTUVWXYZÃÕÚÜ§' +
  '~abcdefghijklmno' +
  'pqrstuvwxyzãõ`üà';

/** National tables by language; each single shift table also holds the ten default extension characters. */
export const NATIONAL_ALPHABETS: Readonly<Record<NationalLanguage, NationalAlphabet>> = {
  turkish: { locking: TURKISH_LOCKING, single: `${DEFAULT_EXTENSION}ĞİŞçğış` },
  spanish: { locking: null, single: `${DEFAULT_EXTENSION}çÁÍÓÚáíóú` },
  portuguese: { locking: PORTUGUESE_LOCKING, single: `${DEFAULT_EXTENSION}êçÔôÁáΦΓΩΠΨΣΘÊÀÍÓÚÃÕÂíóúãõâ` },
};
