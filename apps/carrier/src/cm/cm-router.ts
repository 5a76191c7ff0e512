import { Router } from 'express';
import { readJson } from '../read-json.ts';
import type { World } from '../world.ts';
import { refusalBody } from './answer.ts';
import { authoriseByBody, authoriseByHeader } from './authorise.ts';
import { postMessage } from './post-message.ts';

/** CM.com's gateway, JSON form, below `/v1.0`. */
export function createCmRouter(world: World): Router {
  const router = Router();
  const readBody = readJson((response, sentence) => {
    response.status(400).json(refusalBody(202, sentence));
  });
  router
    .route('/message')
    .post(
      authoriseByHeader(world.productToken),
      readBody,
      authoriseByBody(world.productToken),
      postMessage(world),
    )
    .all((_request, response) => {
      response.status(405).set('Allow', 'POST').end();
    });
  return router;
}
