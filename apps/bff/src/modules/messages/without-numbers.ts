/** A text without what could be a phone number in it, for logs: operators like to quote one. */
export const withoutNumbers = (text: string): string => text.replaceAll(/\+?\d[\d ().-]{4,}\d/g, '…');
