import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';

/** 401 without a body unless the path names the plan and the bearer token is the plan's. */
export function authorise(plan: string, token: string): RequestHandler<{ plan: string }> {
  const expected = digest(`${plan} ${token}`);
  return (request, response, next) => {
    const [, given = ''] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (timingSafeEqual(digest(`${request.params.plan} ${given}`), expected)) next();
    else response.status(401).set('WWW-Authenticate', 'Bearer').end();
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
