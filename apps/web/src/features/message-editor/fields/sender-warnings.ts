import type { PhoneCountry } from '@curlew/contract';
import { checkSender, findTextSenderFate, type TextSenderFate } from '@curlew/sms';
import { formatCount } from '../../../lib/format-number.ts';
import { formatCountry } from '../../../lib/format-place.ts';

type Trouble = Exclude<TextSenderFate, 'delivered'>;

const troubles: readonly Trouble[] = ['refused', 'registration', 'unreliable'];
const mostNames = 3;

const nameOf = (country: string): string => (country === 'US' ? 'the United States' : formatCountry(country));

/** `India`, `Canada and India`, `Brazil, Mexico, Chile and 2 more`. */
const joinNames = (names: readonly string[]): string => {
  const shown =
    names.length > mostNames
      ? [...names.slice(0, mostNames), `${names.length - mostNames} more`]
      : [...names];
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
};

const sentenceOf = (trouble: Trouble, sender: string, countries: readonly PhoneCountry[]): string => {
  const names = joinNames(countries.map(({ country }) => nameOf(country ?? '')));
  const customerCount = countries.reduce((sum, country) => sum + country.customerCount, 0);
  const customers = formatCount(customerCount, 'customer');
  switch (trouble) {
    case 'refused':
      return `No text sender arrives in ${names} (${customers}): it is replaced, or the message refused. Use a number, or a template that gives these customers one.`;
    case 'registration':
      return `A text sender must be registered in ${names} (${customers}): register “${sender}” with your operator before you start.`;
    case 'unreliable':
      return `Some operators in ${names} (${customers}) replace or refuse text senders: ask yours, or use a number there.`;
  }
};

const isTemplate = (sender: string): boolean => sender.includes('{{') || sender.includes('{%');

/**
 * What becomes of a sender in the countries that the customers' numbers are of: which do not take it, want it registered,
 * or replace it. `countries`: the most customers first.
 */
export const senderWarnings = (given: string, countries: readonly PhoneCountry[]): string[] => {
  const sender = given.trim();
  const check = checkSender(sender);
  if (isTemplate(sender) || !check.ok) return [];
  const known = countries.filter(({ country }) => country !== null);
  if (check.kind === 'short_code')
    return known.length > 1
      ? [
          `A short code works in the country it was given out in, and your customers’ numbers are of ${formatCount(known.length, 'country', 'countries')}: use a full number for the others.`,
        ]
      : [];
  if (check.kind === 'number') return [];
  return troubles.flatMap((trouble) => {
    const met = known.filter(({ country }) => findTextSenderFate(country ?? '') === trouble);
    return met.length === 0 ? [] : [sentenceOf(trouble, sender, met)];
  });
};

/** What becomes of a sender in the one country that a message goes to; null where it arrives, or that is not known. */
export const senderWarningIn = (sender: string, country: string | null): string | null => {
  const check = checkSender(sender.trim());
  if (country === null || !check.ok || check.kind !== 'text') return null;
  const name = nameOf(country);
  switch (findTextSenderFate(country)) {
    case 'refused':
      return `No text sender arrives in ${name}: “${sender}” is replaced, or the message refused.`;
    case 'registration':
      return `In ${name} “${sender}” arrives only once it is registered with your operator.`;
    case 'unreliable':
      return `Some operators in ${name} replace or refuse text senders like “${sender}”.`;
    case 'delivered':
      return null;
  }
};
