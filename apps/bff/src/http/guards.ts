import type { RequestHandler } from 'express';
import { ApiFailure } from './api-failure.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses changes that another site's page asks for with our cookie. Browsers say where a request comes from. */
export const refuseForeignOrigins: RequestHandler = (request, _response, next) => {
  const site = request.headers['sec-fetch-site'];
  const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (isForeign && !safeMethods.has(request.method)) {
    throw new ApiFailure('not_allowed', 'This request came from another site and was refused.');
  }
  next();
};

const hasNul = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes('\0');
  if (Array.isArray(value)) return value.some(hasNul);
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return false;
  return Object.entries(value).some(([key, entry]) => key.includes('\0') || hasNul(entry));
};

/** PostgreSQL holds no NUL character: such input is refused at the door, with words. */
export const refuseNul: RequestHandler = (request, _response, next) => {
  if (hasNul(request.query) || hasNul(request.body) || /%00/.test(request.url)) {
    throw new ApiFailure(
      'bad_request',
      'The request holds a NUL character, which cannot be stored: remove it.',
    );
  }
  next();
};
