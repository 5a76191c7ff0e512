import express from 'express';
import type { Express } from 'express';
import { createCmRouter } from './cm/cm-router.ts';
import { createControlRouter } from './control/control-router.ts';
import { createPageRouter } from './page/page-router.ts';
import { refuseForeignNames } from './refuse-foreign-names.ts';
import type { World } from './world.ts';
import { createXmsRouter } from './xms/xms-router.ts';

export function createApp(world: World, host: string): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // Keeps stack traces out of answers.
  app.set('env', 'production');
  app.use(refuseForeignNames(host));
  app.use('/xms/v1/:plan', createXmsRouter(world));
  app.use('/v1.0', createCmRouter(world));
  app.use('/carrier/api', createControlRouter(world));
  app.use(createPageRouter(world));
  return app;
}
