import type { Response } from 'express';

/** Leaves a request without an answer for up to `ms`, and then without a connection. */
export function hold(response: Response, ms: number): void {
  const timer = setTimeout(() => response.socket?.destroy(), ms);
  response.once('close', () => clearTimeout(timer));
}
