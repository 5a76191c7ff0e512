import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { refusalBody } from './answer.ts';

const bodySchema = z.object({ messages: z.object({ authentication: z.record(z.string(), z.unknown()) }) });

/** Before the body is read: a product token in the header must be right; without one the body has to bring it. */
export function authoriseByHeader(productToken: string): RequestHandler {
  return (request, response, next) => {
    const given = request.get('X-CM-PRODUCTTOKEN');
    if (given === undefined || isSame(given, productToken)) next();
    else response.status(400).json(refusalBody(101));
  };
}

/** After the body is read: the header, or `messages.authentication.producttoken` in whatever case it is spelt. */
export function authoriseByBody(productToken: string): RequestHandler {
  return (request, response, next) => {
    if (request.get('X-CM-PRODUCTTOKEN') !== undefined) {
      next();
      return;
    }
    const parsed = bodySchema.safeParse(request.body);
    const members = parsed.success ? Object.entries(parsed.data.messages.authentication) : [];
    const [, given] = members.find(([name]) => name.toLowerCase() === 'producttoken') ?? [];
    if (typeof given === 'string' && isSame(given, productToken)) next();
    else response.status(400).json(refusalBody(101));
  };
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
