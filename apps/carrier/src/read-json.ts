import { json } from 'express';
import type { RequestHandler, Response } from 'express';
import { z } from 'zod';

const parse = json({ limit: '32mb', strict: false, verify: refuseEmpty });
const bodyErrorSchema = z.object({ status: z.number().min(400).max(499), type: z.string() });

/** Parses a JSON body. What is no JSON is answered by `refuse`, another kind of content with 415. */
export function readJson(refuse: (response: Response, sentence: string) => void): RequestHandler {
  return (request, response, next) => {
    parse(request, response, (error: unknown) => {
      const broken = bodyErrorSchema.safeParse(error);
      if (broken.success && broken.data.type === 'entity.parse.failed') {
        refuse(response, 'The request body is not JSON.');
      } else if (broken.success) {
        response.status(broken.data.status).end();
      } else if (error !== undefined || request.body !== undefined) {
        next(error);
      } else {
        response.status(415).end();
      }
    });
  };
}

/** Express reads an empty body as `{}`; no JSON text is empty, so here it is an error like any other. */
function refuseEmpty(_request: unknown, _response: unknown, body: Buffer): void {
  if (body.length === 0) throw Object.assign(new Error('empty body'), { type: 'entity.parse.failed' });
}
