/**
 * What the log says of an address: no query, and of an operator's address no secret, however it is written (a proxy may pass on a whole
 * URL, and people type a slash too many).
 */
export const loggedPath = (url: string): string =>
  url.replace(/\?.*/, '').replace(/((?:^|\/)hooks\/+[^/]+\/).*/i, '$1…');
