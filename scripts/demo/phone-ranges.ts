import type { Country } from './places.ts';

/** A row of numbers: the international form is `+`, the calling code, `first` + n. */
type Block = { readonly first: number; readonly size: number };

type PhoneRange = {
  readonly callingCode: string;
  /** The digit people dial before a national number, where there is one. */
  readonly trunk: '' | '0';
  readonly blocks: readonly Block[];
};

/**
 * Where every phone number of the demo comes from. No one can be reached at any of them: a demo that is one day connected
 * to a real operator must not send a stranger a message.
 *
 * Reserved for fiction by the regulator:
 * - GB Ofcom, "Numbers for drama": 07700 900000 to 900999.
 *   https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
 * - DE Bundesnetzagentur, Mitteilung 148/2021 "Rufnummern für Medienproduktionen (Drama Numbers)": mobile
 *   0171 39200 00 to 99 and 0176 040690 00 to 99.
 * - FR Arcep, the numbers kept for audiovisual works in the national numbering plan (decision 2018-0881): 06 39 98 xx xx (as others cite it).
 * - SE PTS, the numbers for books and films: mobile 070-1740605 to 070-1740699.
 * - IE ComReg: 020 91x xxxx is kept for drama (known from press reports and lists of such ranges, not from the plan itself).
 * - US, CA NANPA: 555-0100 to 555-0199 in any area code. https://www.nanpa.com/numbering/555-line-numbers
 *
 * The other countries reserve nothing of the kind. Their numbers here have the length of a real one, a prefix that no
 * operator holds (libphonenumber-js 1.13.16 finds each possible and none valid), and a subscriber part that starts with
 * 000. A prefix is not a promise: when one is put to use, move to another.
 */
export const phoneRanges: Readonly<Record<Country, PhoneRange>> = {
  GB: { callingCode: '44', trunk: '0', blocks: [{ first: 7_700_900_000, size: 1000 }] },
  DE: {
    callingCode: '49',
    trunk: '0',
    blocks: [
      { first: 1_713_920_000, size: 100 },
      { first: 17_604_069_000, size: 100 },
    ],
  },
  FR: { callingCode: '33', trunk: '0', blocks: [{ first: 639_980_000, size: 10_000 }] },
  SE: { callingCode: '46', trunk: '0', blocks: [{ first: 701_740_605, size: 95 }] },
  IE: { callingCode: '353', trunk: '0', blocks: [{ first: 209_100_000, size: 100_000 }] },
  US: {
    callingCode: '1',
    trunk: '',
    blocks: [
      { first: 2_125_550_100, size: 100 },
      { first: 6_175_550_100, size: 100 },
    ],
  },
  CA: { callingCode: '1', trunk: '', blocks: [{ first: 4_165_550_100, size: 100 }] },
  SK: { callingCode: '421', trunk: '0', blocks: [{ first: 700_000_000, size: 1000 }] },
  CZ: { callingCode: '420', trunk: '', blocks: [{ first: 690_000_000, size: 1000 }] },
  AT: { callingCode: '43', trunk: '0', blocks: [{ first: 6_000_000_000, size: 1000 }] },
  CH: { callingCode: '41', trunk: '0', blocks: [{ first: 600_000_000, size: 1000 }] },
  ES: { callingCode: '34', trunk: '', blocks: [{ first: 300_000_000, size: 1000 }] },
  PL: { callingCode: '48', trunk: '', blocks: [{ first: 490_000_000, size: 1000 }] },
  UA: { callingCode: '380', trunk: '0', blocks: [{ first: 490_000_000, size: 1000 }] },
  BG: { callingCode: '359', trunk: '0', blocks: [{ first: 100_000_000, size: 1000 }] },
  GR: { callingCode: '30', trunk: '', blocks: [{ first: 6_000_000_000, size: 1000 }] },
  TR: { callingCode: '90', trunk: '0', blocks: [{ first: 5_200_000_000, size: 1000 }] },
  PT: { callingCode: '351', trunk: '', blocks: [{ first: 400_000_000, size: 1000 }] },
  TW: { callingCode: '886', trunk: '0', blocks: [{ first: 620_000_000, size: 1000 }] },
};
