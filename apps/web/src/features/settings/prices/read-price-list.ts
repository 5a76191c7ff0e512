import { priceSchema, type Price } from '@curlew/contract';
import { isCountry } from './country-options.ts';

interface Standard {
  readonly currency: string;
  /** `YYYY-MM-DD`. */
  readonly validFrom: string;
}

interface ReadPriceList {
  readonly prices: readonly Price[];
  /** What is wrong with a line, and how to mend it. */
  readonly problems: readonly string[];
}

// Line by line: one that was typed below a pasted list makes no other wrong.
const separatorOf = (line: string): string => {
  if (line.includes('\t')) return '\t';
  return line.includes(';') ? ';' : ',';
};

const cellsOf = (line: string, separator: string): string[] =>
  line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

/** A decimal comma is one where commas do not separate; `.04` is 0.04. */
const readAmount = (text: string, separator: string): string => {
  const plain = separator === ',' ? text : text.replace(',', '.');
  return plain.startsWith('.') ? `0${plain}` : plain;
};

/**
 * Reads a pasted list, a price a line: country, price, and where they differ from the standard currency and day. Cells are
 * separated by tabs, semicolons or commas; a first line of names is passed over.
 */
export const readPriceList = (text: string, standard: Standard): ReadPriceList => {
  const prices = new Map<string, Price>();
  const problems: string[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const separator = separatorOf(line);
    const [country = '', amount = '', currency = '', validFrom = ''] = cellsOf(line, separator);
    if (line.trim() === '' || (index === 0 && !/\d/.test(line))) continue;
    const code = country.toUpperCase();
    const parsed = priceSchema.safeParse({
      country: code,
      price: readAmount(amount, separator),
      currency: currency === '' ? standard.currency : currency.toUpperCase(),
      validFrom: validFrom === '' ? standard.validFrom : validFrom,
    });
    const where = `Line ${index + 1}`;
    if (code !== '*' && !isCountry(code))
      problems.push(`${where}: “${country}” is no country: give two letters, as SK, or * for all others`);
    else if (!parsed.success)
      problems.push(`${where}: ${parsed.error.issues[0]?.message ?? 'This is no price'}`);
    else if (prices.has(`${code} ${parsed.data.validFrom}`))
      problems.push(`${where}: ${code} has a price from ${parsed.data.validFrom} already: leave one out`);
    else prices.set(`${code} ${parsed.data.validFrom}`, parsed.data);
  }
  return { prices: [...prices.values()], problems };
};
