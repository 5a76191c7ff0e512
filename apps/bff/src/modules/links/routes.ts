import { json, Router, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { slugLength } from '@curlew/engine';
import type { AppContext } from '../../app-context.ts';
import { browserScript } from './browser-script.ts';
import { exchangeIdentityToken } from './identity.ts';
import { isMachine } from './is-machine.ts';
import { followLink } from './service.ts';

const slugPattern = new RegExp(`^[A-Za-z0-9]{${slugLength}}$`);
const exchangeSchema = z.object({ token: z.string().regex(/^[\w-]{22}$/) });

const notFoundPage = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Link not found</title></head>
<body style="font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto; padding: 0 1rem">
<h1 style="font-size: 1.25rem">This link leads nowhere</h1>
<p>It may have expired, or a part of it is missing. Look it up once more in the message you got.</p>
</body>
</html>
`;

const follow = async (context: AppContext, request: Request, response: Response): Promise<void> => {
  // Who followed a link is nobody's business on the way, and no cache may answer in our place.
  response.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
  const { slug = '' } = request.params;
  const isPerson = !isMachine(request.method, request.headers);
  const target =
    typeof slug === 'string' && slugPattern.test(slug) ? await followLink(context, slug, { isPerson }) : null;
  if (target === null) response.status(404).type('html').send(notFoundPage);
  else response.redirect(302, target);
};

// Pages of any shop may ask; without a token they learn nothing.
const openToPages: RequestHandler = (request, response, next) => {
  response.set({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'content-type',
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'cross-origin',
  });
  if (request.method === 'OPTIONS') response.sendStatus(204);
  else next();
};

const exchange = async (context: AppContext, request: Request, response: Response): Promise<void> => {
  const asked = exchangeSchema.safeParse(request.body);
  const ids = asked.success ? await exchangeIdentityToken(context, asked.data.token) : null;
  if (ids === null) response.status(404).json({ error: 'This token is unknown, used or expired.' });
  else response.json({ customer_ids: ids });
};

const leadNowhere: RequestHandler = (_request, response) => {
  response.status(404).set('cache-control', 'no-store').type('html').send(notFoundPage);
};

/** Short links, and what pages need to learn who followed one. Answers under `linkBase` alone: its host, its path. */
export const linkRouter = (context: AppContext): Router => {
  const { host, pathname, protocol } = new URL(context.linkBase);
  const links = Router({ caseSensitive: true, strict: true });
  links.use('/identity', openToPages);
  links.post('/identity', json({ limit: '1kb' }), (request, response) =>
    exchange(context, request, response),
  );
  links.get('/curlew.js', openToPages, (_request, response) => {
    response.set('cache-control', 'public, max-age=3600').type('text/javascript').send(browserScript);
  });
  links.get('/:slug', (request, response) => follow(context, request, response));
  // A domain of its own has nothing but links; one that is Curlew's has Curlew besides.
  const isOwn = pathname !== '/' || host !== new URL(context.publicUrl).host;
  if (isOwn) links.use(leadNowhere);
  const router = Router();
  const path = pathname.replace(/\/$/, '');
  if (path !== '') router.use(path, links);
  else {
    // Letters of either case, a port that goes without saying and a dot for the root name the same host.
    const hostOf = ({ headers }: Request): string | undefined =>
      URL.parse(`${protocol}//${headers.host?.replace(/\.(?=:|$)/, '')}`)?.host;
    router.use((request, response, next) =>
      hostOf(request) === host ? links(request, response, next) : next(),
    );
  }
  return router;
};
