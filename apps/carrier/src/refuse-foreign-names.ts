import { isIP } from 'node:net';
import type { RequestHandler } from 'express';

const nameOf = (hostHeader: string): string =>
  hostHeader
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();

const isLoopback = (host: string): boolean => /^(127\.|localhost$|::1$)/.test(host);

/**
 * On loopback only this machine's own names lead here. A page of another site could have its name resolve to loopback
 * (DNS rebinding), and would then read the phones as its own: such a name is refused. It cannot do so with an address.
 */
export function refuseForeignNames(listensOn: string): RequestHandler {
  return (request, response, next) => {
    const name = nameOf(request.headers.host ?? '');
    if (!isLoopback(listensOn) || name === 'localhost' || isIP(name) !== 0) {
      next();
      return;
    }
    response.status(421).type('text').send('The carrier answers to localhost and to addresses only.\n');
  };
}
