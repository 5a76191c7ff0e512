// Only to resolve against: no path can lead out of it without its origin changing.
const base = 'http://curlew.invalid';

/** Places that must not be gone back to: they would lead straight here again, or are no pages. */
const isNoDestination = (pathname: string): boolean =>
  pathname === '/sign-in' || pathname === '/change-password' || /^\/(?:api|hooks)(?:\/|$)/.test(pathname);

/**
 * Where to go after signing in, out of an address that anyone may have written: a path of this site, or null. It is
 * resolved as the browser would (which reads `/\evil` and a tab between slashes as another site) before it is judged.
 */
export const readReturnPath = (value: unknown): string | null => {
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, base)) return null;
  const url = new URL(value, base);
  if (url.origin !== base || url.pathname.startsWith('//') || isNoDestination(url.pathname)) return null;
  return `${url.pathname}${url.search}${url.hash}`;
};
