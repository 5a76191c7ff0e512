import type { Request, Response } from 'express';
import type { z } from 'zod';
import { refuseIssue } from './refusal.ts';
import type { Refusal } from './refusal.ts';

export function sendRefusal(response: Response, { status, code, text }: Refusal): void {
  response.status(status).json({ code, text });
}

/** The query as the schema reads it; null after having answered 400 for the first thing wrong with it. */
export function readQuery<Schema extends z.ZodType>(
  schema: Schema,
  request: Pick<Request, 'query'>,
  response: Response,
): z.output<Schema> | null {
  const parsed = schema.safeParse(request.query);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue === undefined) throw new Error('zod refused a query without saying why');
  sendRefusal(response, refuseIssue(issue, request.query));
  return null;
}
