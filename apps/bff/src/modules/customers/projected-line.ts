import { readAttributes, type CustomerFacts } from '@curlew/engine';
import { readRawPhone } from './raw-phone.ts';

/** Between lines and between the fields of a line: JSON as PostgreSQL writes it escapes both. */
export const lineEnd = '\u001e';
export const fieldEnd = '\u001f';
/** Of the id, which every line begins with. */
export const idLength = 36;

/** How the lines of a projected page are read. */
export interface LineLayout {
  readonly attributes: readonly string[] | 'all';
  /** Names of the attributes that the project takes for dates. */
  readonly dates: ReadonlySet<string>;
  readonly consentCategoryId: string | null;
}

/** A customer with no more than was asked for, and the country of their number. */
export interface ProjectedCustomer {
  readonly customer: CustomerFacts;
  readonly country: string | null;
}

const has = (flags: number, bit: number): boolean => (flags & bit) !== 0;

// The database wrote this JSON from its own rows.
const readIds = (json: string): CustomerFacts['ids'] =>
  json === '' ? {} : (JSON.parse(json) as CustomerFacts['ids']);

/** Makes the reader of a line after its id: flags, raw phone, country, ids, attributes. */
export const createLineReader = ({ attributes: names, dates, consentCategoryId }: LineLayout) => {
  const labels = names === 'all' ? [] : names.map((name) => `${JSON.stringify(name)}:`);
  const documentOf = (fields: readonly string[]): string => {
    if (names === 'all') return fields[4] ?? '{}';
    const entries = labels.flatMap((label, index) => {
      const value = fields[4 + index] ?? '';
      return value === '' ? [] : [label + value];
    });
    return `{${entries.join(',')}}`;
  };
  const consents = new Set(consentCategoryId === null ? [] : [consentCategoryId]);
  const none: ReadonlySet<string> = new Set();
  return (id: string, line: string): ProjectedCustomer => {
    const fields = line.split(fieldEnd);
    const flags = Number(fields[0]);
    const rawPhone = fields[1] ?? '';
    const hasNumber = has(flags, 1);
    const phone = rawPhone === '' ? {} : readAttributes(`{"phone":${rawPhone}}`, dates);
    return {
      country: fields[2] || null,
      customer: {
        id,
        attributes: readAttributes(documentOf(fields), dates),
        ids: readIds(fields[3] ?? ''),
        // Nobody asks for the number itself, only whether there is one.
        phone: hasNumber
          ? { raw: '+', e164: '+', isUs: has(flags, 2) }
          : { raw: readRawPhone(phone), e164: null, isUs: false },
        isUnusable: has(flags, 4),
        grantedConsents: has(flags, 8) ? consents : none,
      },
    };
  };
};
