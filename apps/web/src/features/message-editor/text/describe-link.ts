import { slugLength } from '@curlew/engine';
import { formatCount } from '../../../lib/format-number.ts';

/** What becomes of a link that is shortened, and what it takes. `link`: as it is written, with its template if it has one. */
export const describeLink = (link: string, base: string): readonly string[] => {
  const short = `Sent as ${base}/…: ${formatCount(base.length + 1 + slugLength, 'unit')} for every customer`;
  // What is filled in may be of any length.
  return [
    link.includes('{{')
      ? `${short}.`
      : `${short}, where it has ${formatCount(link.length, 'unit')} as written.`,
  ];
};
