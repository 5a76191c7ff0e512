import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';

/** Looking is free on a machine of one's own; changing anything takes the carrier's token. */
export function requireToken(token: string): RequestHandler {
  const expected = digest(token);
  return (request, response, next) => {
    const [, given = ''] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (request.method === 'GET' || request.method === 'HEAD' || timingSafeEqual(digest(given), expected)) {
      next();
      return;
    }
    const message = 'Changing the carrier takes its token: send it as Authorization: Bearer <token>.';
    response
      .status(401)
      .set('WWW-Authenticate', 'Bearer')
      .json({ error: { code: 'token_required', message } });
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
