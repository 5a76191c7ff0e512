import { boundText, type Bounds, type Template, type TextFacts } from '@curlew/jinja';
import { countSms, findCapacity, type Encoding } from '@curlew/sms';

/** What is known of an attribute over all customers a message may go to. */
export interface AttributeRange {
  /** The longest it prints, in UTF-16 units of its NFC form. */
  readonly longest: number;
  /** Whether every character it ever prints is in the GSM alphabet or its extension table. */
  readonly isGsm: boolean;
  /** Whether it is always a text: only then do slices and `truncate` count characters. */
  readonly isText: boolean;
}

/** What a message can cost, whatever customer within the given ranges it is rendered for. */
export interface MessageBounds {
  /** The encoding of every such message, or `either`. */
  readonly encoding: Encoding | 'either';
  readonly parts: { readonly least: number; readonly most: number };
}

type Measure = NonNullable<TextFacts['measure']>;
type SideOf = TextFacts['sideOf'];

// What NFC may join to the character before it, and NUL, which is never sent.
const vanishing = /^[\p{M}\u{1160}-\u{11ff}\0]$/u;

const charactersOf = (text: string): string[] => Array.from(text.normalize('NFC'));

/** Septets of a character; undefined outside GSM. */
const septetsOf = (character: string): number | undefined => {
  const { encoding, units } = countSms(character);
  return encoding === 'GSM-7' ? units : undefined;
};

const sideOf: SideOf = (text) => {
  const beyond = charactersOf(text).filter((character) => septetsOf(character) === undefined);
  if (beyond.length === 0) return 'inside';
  return beyond.some((character) => !vanishing.test(character)) ? 'outside' : 'unclear';
};

const measures: { readonly [E in Encoding]: Measure } = {
  'UCS-2': (text) => {
    const characters = charactersOf(text);
    const sum = (list: readonly string[]) => list.reduce((units, { length }) => units + length, 0);
    return {
      least: sum(characters.filter((character) => !vanishing.test(character))),
      most: sum(characters),
    };
  },
  'GSM-7': (text) => {
    const septets = charactersOf(text).map(septetsOf);
    const sum = (beyond: number) => septets.reduce<number>((units, own) => units + (own ?? beyond), 0);
    return { least: sum(0), most: sum(1) };
  },
};

// An extension character takes two septets; the NFC form of one character at most three others, of two units each.
const mostPerCharacter: { readonly [E in Encoding]: number } = { 'GSM-7': 2, 'UCS-2': 6 };
const mostPerUnit: { readonly [E in Encoding]: number } = { 'GSM-7': 2, 'UCS-2': 1 };

const boundParts = ({ least, most }: Bounds, encoding: Encoding): MessageBounds['parts'] => {
  const { single, multipart } = findCapacity(encoding);
  return {
    least: least <= single ? Math.min(least, 1) : Math.ceil(least / multipart),
    // A pair of units that is not split may leave one unit of each part unused.
    most: most <= single ? Math.min(most, 1) : Math.ceil(most / (multipart - 1)),
  };
};

/**
 * Bounds of a template's encoding and parts without rendering it: sound for every customer within the ranges, with plain
 * GSM and an 8-bit reference. `attribute` is asked with paths such as `['customer', 'first_name']`.
 */
export const boundMessage = (
  template: Template,
  attribute: (path: readonly string[]) => AttributeRange | undefined,
): MessageBounds => {
  const boundFor = (encoding: Encoding): Bounds =>
    boundText(template, {
      attribute: (path) => {
        const range = attribute(path);
        if (range === undefined) return undefined;
        return { longest: range.longest * mostPerUnit[encoding], isInSet: range.isGsm, isText: range.isText };
      },
      sideOf,
      measure: measures[encoding],
      mostPerCharacter: mostPerCharacter[encoding],
    });
  const gsm = boundFor('GSM-7');
  const gsmParts = boundParts(gsm, 'GSM-7');
  if (gsm.side === 'inside') return { encoding: 'GSM-7', parts: gsmParts };
  const unicodeParts = boundParts(boundFor('UCS-2'), 'UCS-2');
  if (gsm.side === 'outside') return { encoding: 'UCS-2', parts: unicodeParts };
  return {
    encoding: 'either',
    parts: {
      least: Math.min(gsmParts.least, unicodeParts.least),
      most: Math.max(gsmParts.most, unicodeParts.most),
    },
  };
};
