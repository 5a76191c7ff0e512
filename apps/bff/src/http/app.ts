import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { toNodeHandler } from 'better-auth/node';
import type { AppContext } from '../app-context.ts';
import type { Auth } from '../modules/session/auth.ts';
import { audienceRangeHandlers } from '../modules/audience-ranges/routes.ts';
import { audienceHandlers } from '../modules/audiences/routes.ts';
import { campaignEventHandlers } from '../modules/campaign-events/routes.ts';
import { customerHandlers } from '../modules/customers/routes.ts';
import { dataHandlers } from '../modules/data/routes.ts';
import { outboxHandlers } from '../modules/outbox/routes.ts';
import { priceHandlers } from '../modules/prices/routes.ts';
import { messageSettingsHandlers } from '../modules/message-settings/routes.ts';
import { dryRunHandlers } from '../modules/dry-run/routes.ts';
import { expectationHandlers } from '../modules/expectations/routes.ts';
import { folderHandlers } from '../modules/folders/routes.ts';
import { importErrorsFile, importHandlers } from '../modules/imports/routes.ts';
import { integrationHandlers } from '../modules/integrations/routes.ts';
import { linkRouter } from '../modules/links/routes.ts';
import { presenceHandlers } from '../modules/presence/routes.ts';
import { projectHandlers } from '../modules/projects/routes.ts';
import { receiptRouter } from '../modules/receipts/routes.ts';
import { resendHandlers } from '../modules/resend/routes.ts';
import { revisionHandlers } from '../modules/revisions/routes.ts';
import type { RunWatcher } from '../modules/runs/live.ts';
import { liveRouter, runHandlers } from '../modules/runs/routes.ts';
import { scenarioHandlers } from '../modules/scenarios/routes.ts';
import { sessionHandlers } from '../modules/session/routes.ts';
import { createAccessFacts } from '../modules/session/service.ts';
import { testSendHandlers } from '../modules/test-sends/routes.ts';
import { runWalksFile, walkHistoryHandlers } from '../modules/walk-history/routes.ts';
import { webhookHandlers } from '../modules/webhooks/routes.ts';
import { answerError } from './answer-error.ts';
import { notFound } from './api-failure.ts';
import { docsRouter } from './docs.ts';
import { endpointRouter } from './endpoint-router.ts';
import { healthRouter } from './health.ts';
import { loggedPath } from './logged-path.ts';
import { nameClient } from './client-address.ts';
import { hasBody, refuseForeignOrigins, refuseStrangers, refuseUnstorable } from './guards.ts';

export interface AppParts {
  readonly context: AppContext;
  readonly auth: Auth;
  readonly watcher: RunWatcher;
}

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    baseUri: ["'none'"],
    connectSrc: ["'self'"],
    fontSrc: ["'self'", 'data:'],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    scriptSrc: ["'self'"],
    // The canvas and the editor place things by style attributes and style elements.
    styleSrc: ["'self'", "'unsafe-inline'"],
  },
};

const webFiles = (app: Express, folder: string): void => {
  // Files under assets/ carry a hash of their content in their name.
  app.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  app.use(express.static(folder, { index: false, maxAge: 0 }));
  app.get(/^\/(?!api\/|hooks\/)/, (_request, response) => {
    response.set('cache-control', 'no-cache').sendFile(join(folder, 'index.html'));
  });
};

// Of all that better-auth can do, what the product uses: the rest would be ways in that nobody watches.
const authPaths = ['sign-in/email', 'sign-out', 'get-session', 'change-password'].map(
  (path) => `/api/auth/${path}`,
);

/** The whole HTTP side: API, sign-in, operators' reports, docs, health and the web application. */
export const createApp = ({ context, auth, watcher }: AppParts): Express => {
  const { log, config, database } = context;
  const app = express();
  app.disable('x-powered-by');
  // A reverse proxy on this machine says who its callers are; nobody else is believed.
  app.set('trust proxy', 'loopback');
  app.use(
    helmet({ contentSecurityPolicy, strictTransportSecurity: context.publicUrl.startsWith('https://') }),
  );
  app.use(healthRouter(context));
  // Before the log: who follows which link stands in no line of it.
  app.use(linkRouter(context));
  app.use(
    pinoHttp({
      logger: log,
      genReqId: () => randomUUID(),
      // Neither headers nor bodies: they hold cookies, passwords and what is written to people.
      serializers: {
        req: (request: { id: unknown; method: string; url: string }) => ({
          id: request.id,
          method: request.method,
          path: loggedPath(request.url),
        }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
      customLogLevel: (_request, { statusCode }, error) => {
        // A 503 asks to come again, and says so for a reason that is in the log already.
        if (statusCode === 503 && !error) return 'warn';
        return error || statusCode >= 500 ? 'error' : 'debug';
      },
    }),
  );
  app.use(receiptRouter(context));
  // Sign-in would read a body of any size, and anyone may send it one.
  app.use('/api/auth', express.text({ type: hasBody, limit: '16kb' }));
  app.all(authPaths, nameClient, toNodeHandler(auth));
  app.use('/api/auth', () => {
    throw notFound('address');
  });
  app.use(refuseForeignOrigins(context.publicUrl), refuseUnstorable);
  app.use(docsRouter());
  const facts = createAccessFacts(auth, database.prisma);
  app.use(refuseStrangers(facts));
  app.use(express.raw({ type: 'text/csv', limit: '50mb' }));
  app.use(express.json({ limit: '8mb' }), refuseUnstorable);
  app.use(liveRouter(context, { facts, watcher }));
  app.use(importErrorsFile(context, facts), runWalksFile(context, facts));
  app.use(
    endpointRouter(
      {
        ...sessionHandlers(context),
        ...projectHandlers(context),
        ...scenarioHandlers(context),
        ...dryRunHandlers(context),
        ...expectationHandlers(context),
        ...folderHandlers(context),
        ...messageSettingsHandlers(context),
        ...campaignEventHandlers(context),
        ...integrationHandlers(context),
        ...priceHandlers(context),
        ...revisionHandlers(context),
        ...presenceHandlers(context),
        ...runHandlers(context),
        ...resendHandlers(context),
        ...walkHistoryHandlers(context),
        ...outboxHandlers(context),
        ...customerHandlers(context),
        ...dataHandlers(context),
        ...audienceHandlers(context),
        ...audienceRangeHandlers(context),
        ...webhookHandlers(context),
        ...testSendHandlers(context),
        ...importHandlers(context),
      },
      facts,
    ),
  );
  app.use(['/api', '/hooks'], () => {
    throw notFound('address');
  });
  if (config.webFolder) webFiles(app, config.webFolder);
  app.use(answerError(log));
  return app;
};
