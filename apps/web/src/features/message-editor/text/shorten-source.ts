import { findLinks, slugLength } from '@curlew/engine';
import { findSourceLinks, scanMessage } from './message-marks.ts';

const isLink = (text: string): boolean => findLinks(text).some(({ start, end }) => start === 0 && end > 0);

/**
 * A template that is as long at least, and where it says so at most, as this one with its links shortened; null where syntax
 * makes, begins or ends a link, so that nothing is known before it is rendered.
 */
export const shortenSource = (source: string, base: string): string | null => {
  const spans = scanMessage(source);
  if (spans.some(({ kind, start, end }) => kind !== 'text' && source.slice(start, end).includes('//')))
    return null;
  let shortened = '';
  let between = '';
  let done = 0;
  for (const { start, end } of findSourceLinks(source)) {
    const filledIn = spans.filter((span) => span.kind === 'output' && span.start >= start && span.end <= end);
    const [first] = filledIn;
    const isSure =
      isLink(source.slice(start, first?.start ?? end)) &&
      source[start - 1] !== '}' &&
      !/^\S*?\{[%#]/.test(source.slice(end));
    if (!isSure) return null;
    // What is filled in may end a link early: the rest of it then stands as it is.
    const rest = filledIn.map((span) => source.slice(span.start, span.end)).join('');
    between += `${source.slice(done, start)} `;
    shortened += `${source.slice(done, start)}${base}/${'x'.repeat(slugLength)}${rest}`;
    done = end;
  }
  return `${between}${source.slice(done)}`.includes('://') ? null : shortened + source.slice(done);
};
