import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { SecretBox } from './secret-box.ts';

/** What every module gets: the world, once. */
export interface AppContext {
  readonly config: Config;
  readonly database: Database;
  readonly jobs: Jobs;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly secretBox: SecretBox;
  /** The root of every key of this installation; see secret-box.ts. */
  readonly installationSecret: string;
  /** Where people and operators reach this server, without a slash at the end. */
  readonly publicUrl: string;
  /** What short links begin with, without a slash at the end. */
  readonly linkBase: string;
  now(): Date;
}
