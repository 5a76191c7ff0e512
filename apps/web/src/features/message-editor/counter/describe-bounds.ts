import { boundMessage } from '@curlew/engine';
import { formatCount, formatNumber } from '../../../lib/format-number.ts';
import { compileMessage } from '../text/compile-message.ts';
import { remember } from '../text/remember.ts';
import { shortenSource } from '../text/shorten-source.ts';

const broken = 'Its length is counted once the template is mended';

const describe = remember((message): string => {
  const compiled = compileMessage(message);
  if (!compiled.ok) return broken;
  const { encoding, parts } = boundMessage(compiled.template, () => undefined);
  const suffix = encoding === 'either' ? '' : encoding === 'GSM-7' ? ', always GSM-7' : ', always Unicode';
  if (parts.least === parts.most) return `${formatCount(parts.least, 'part')} for every customer${suffix}`;
  if (Number.isFinite(parts.most) && parts.most <= 8) {
    return `${formatNumber(parts.least)} to ${formatCount(parts.most, 'part')}, depending on the customer${suffix}`;
  }
  return parts.least === 0
    ? `Its length depends on the customer${suffix}`
    : `At least ${formatCount(parts.least, 'part')}, depending on the customer${suffix}`;
});

/** What is sure of the length of a template, whoever gets it, in words. `linkBase`: what its short links begin with, if it has any. */
export const describeBounds = (message: string, linkBase: string | null): string => {
  if (linkBase === null || !compileMessage(message).ok) return describe(message);
  const shortened = shortenSource(message, linkBase);
  return shortened === null ? 'Its links are shortened for each customer' : describe(shortened);
};
