import type { Response } from 'express';
import type { Strike } from './fault-plan.ts';
import { hold } from './hold.ts';

/** The bodies a wire format gives to an operator's own failures; without one the answer has none. */
export type FailureBodies = Readonly<
  Partial<Record<429 | 500 | 503, { readonly type: string; readonly body: unknown }>>
>;

/** Lets a fault strike that strikes before anything is accepted; false when the request may go on. */
export function failBefore(response: Response, strike: Strike, bodies: FailureBodies): boolean {
  switch (strike.before) {
    case null:
      return false;
    case 'dropBefore':
      response.socket?.destroy();
      return true;
    case 'timeoutBefore':
      hold(response, strike.holdMs);
      return true;
    case 'status429':
      fail(response, 429, { bodies, strike });
      return true;
    case 'status500':
      fail(response, 500, { bodies, strike });
      return true;
    case 'status503':
      fail(response, 503, { bodies, strike });
      return true;
  }
}

function fail(
  response: Response,
  status: 429 | 500 | 503,
  how: { readonly bodies: FailureBodies; readonly strike: Strike },
): void {
  const { retryAfterSeconds } = how.strike;
  const failure = how.bodies[status];
  response.status(status);
  if (status !== 500 && retryAfterSeconds !== null) response.set('Retry-After', String(retryAfterSeconds));
  if (failure === undefined) response.end();
  else response.type(failure.type).send(failure.body);
}
