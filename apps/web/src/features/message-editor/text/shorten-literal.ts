import { shortenLinks } from '@curlew/engine';
import { previewShortener } from '../preview/preview-shortener.ts';

/** A text that is the same for everyone, with its links as short as they are sent; null base: they stay as they are. */
export const shortenLiteral = (text: string, linkBase: string | null): string =>
  linkBase === null || !text.includes('://')
    ? text
    : shortenLinks(text, previewShortener(linkBase), { utm: null }).text;
