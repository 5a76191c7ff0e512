import type { RequestHandler } from 'express';
import { ApiFailure } from './api-failure.ts';
import { findInputFault, type InputFault } from './storable-input.ts';

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

const sentences: { readonly [F in InputFault]: string } = {
  nul: 'The request holds a NUL character, which cannot be stored: remove it.',
  half_character: 'The request holds half a character, which cannot be stored: remove it.',
  too_deep: 'The request is nested too deeply to be read: flatten it.',
};

/** Refuses at the door, with words, what the database could not hold. */
export const refuseUnstorable: RequestHandler = (request, _response, next) => {
  const inAddress = request.url.includes('%00') ? 'nul' : findInputFault(request.query);
  const fault = inAddress ?? findInputFault(request.body);
  if (fault) throw new ApiFailure('bad_request', sentences[fault]);
  next();
};
