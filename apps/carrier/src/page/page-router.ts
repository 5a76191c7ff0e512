import express, { Router } from 'express';
import { fileURLToPath } from 'node:url';
import type { World } from '../world.ts';
import { pageAddressSchema } from './page-address.ts';
import { renderPage } from './render-page.ts';

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page for people at `/`, and its style sheet, script and icon. */
export function createPageRouter(world: World): Router {
  const router = Router();
  const files = fileURLToPath(new URL('static', import.meta.url));
  router.use((_request, response, next) => {
    response.set({
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    });
    next();
  });
  router.use('/static', express.static(files, { index: false, fallthrough: false }));
  router.get('/', (request, response) => {
    const address = pageAddressSchema.parse(request.query);
    const origin = `${request.protocol}://${request.host}`;
    response
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(renderPage(world, address, origin));
  });
  return router;
}
