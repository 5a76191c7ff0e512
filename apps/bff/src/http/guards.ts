import type { Request, RequestHandler } from 'express';
import type { AccessFacts } from './access.ts';
import { ApiFailure, notSignedIn } from './api-failure.ts';
import { findInputFault, type InputFault } from './storable-input.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

const isForeign = ({ headers }: Request, publicUrl: string): boolean => {
  const { host, origin, 'sec-fetch-site': site } = headers;
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  // Browsers tell the site only to https and to their own machine; the origin of a change they tell everywhere.
  if (origin === undefined || origin === new URL(publicUrl).origin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
};

/** Refuses changes that another site's page asks for with our cookie. Browsers say where a request comes from. */
export const refuseForeignOrigins =
  (publicUrl: string): RequestHandler =>
  (request, _response, next) => {
    if (!safeMethods.has(request.method) && isForeign(request, publicUrl)) {
      throw new ApiFailure('not_allowed', 'This request came from another site and was refused.');
    }
    next();
  };

/** True when a body comes with a request, however it is encoded. */
export const hasBody = ({ headers }: Pick<Request, 'headers'>): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Refuses a body before it is read when nobody is signed in: strangers could fill the memory with it. */
export const refuseStrangers =
  (facts: AccessFacts): RequestHandler =>
  async (request, _response, next) => {
    if (hasBody(request) && !(await facts.findCaller(request))) throw notSignedIn();
    next();
  };

const sentences: { readonly [F in InputFault]: string } = {
  nul: 'The request holds a NUL character, which cannot be stored: remove it.',
  half_character: 'The request holds half a character, which cannot be stored: remove it.',
  too_deep: 'The request is nested too deeply to be read: flatten it.',
  too_many: 'The request holds too many values to be read: send fewer at once.',
};

/** Refuses at the door, with words, what the database could not hold. */
export const refuseUnstorable: RequestHandler = (request, _response, next) => {
  const inAddress = request.url.includes('%00') ? 'nul' : findInputFault(request.query);
  const fault = inAddress ?? findInputFault(request.body);
  if (fault) throw new ApiFailure('bad_request', sentences[fault]);
  next();
};
