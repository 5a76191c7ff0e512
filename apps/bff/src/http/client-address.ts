import type { RequestHandler } from 'express';

/** The header in which sign-in finds who is calling; what a caller writes into it is overwritten. */
export const clientAddressHeader = 'x-curlew-client';

/** Tells sign-in the caller's address, by which guesses at passwords are counted. */
export const nameClient: RequestHandler = (request, _response, next) => {
  request.headers[clientAddressHeader] = request.ip ?? '';
  next();
};
