import { json } from 'express';
import type { RequestHandler, Response } from 'express';
import { z } from 'zod';

const parse = json({ limit: '32mb', strict: false });
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
      } else if (request.is('application/json') === false) {
        response.status(415).end();
      } else {
        refuse(response, 'The request has no body.');
      }
    });
  };
}
