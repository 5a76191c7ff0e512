import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { StartProblem } from './start-problem.ts';

const roleSchema = z.enum(['all', 'web', 'worker']);

// As a URL writes them, so that [::1]:80 and LOCALHOST:80 are found again.
const readTarget = (text: string): string | null => {
  const target = text.trim();
  if (!/:\d{1,5}$/.test(target) || !URL.canParse(`http://${target}`)) return null;
  const { hostname, port, href } = new URL(`http://${target}`);
  return href === `http://${hostname}${port && `:${port}`}/` ? `${hostname}:${port || '80'}` : null;
};

const targetsSchema = z.string().transform((text, context): ReadonlySet<string> => {
  const targets = text.split(',').map(readTarget);
  if (targets.includes(null)) context.addIssue('write it like crm.internal:8080,10.0.0.5:443');
  return new Set(targets.filter((target) => target !== null));
});

// No secret may hold a comma here; one that does was never written as a list.
const secretsSchema = z.string().transform((text, context): readonly string[] => {
  const secrets = text.split(',').map((secret) => secret.trim());
  if (secrets.some((secret) => secret.length < 32))
    context.addIssue('write the earlier secrets, each of 32 characters or more, with commas between them');
  return secrets;
});

const environmentSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  CURLEW_DATA_DIR: z.string().min(1).default('.data'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  CURLEW_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  CURLEW_SHORT_URL: z.url({ protocol: /^https?$/ }).optional(),
  CURLEW_SECRET: z.string().min(32).optional(),
  CURLEW_SECRET_PREVIOUS: secretsSchema.default([]),
  CURLEW_WEB_DIST: z.string().min(1).optional(),
  CURLEW_CARRIER_URL: z.url({ protocol: /^https?$/ }).optional(),
  CURLEW_CARRIER_TOKEN: z.string().min(1).optional(),
  CURLEW_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  CURLEW_OPERATOR_TIMEOUT: z.coerce.number().min(1).max(300).default(30),
  CURLEW_LOST_AFTER: z.coerce.number().min(1).max(3_600).optional(),
  CURLEW_WEBHOOK_ALLOW: targetsSchema.default(new Set<string>()),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** All that a server process is told from outside. */
export interface Config {
  readonly role: z.infer<typeof roleSchema>;
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** Where people reach the server, without a slash at the end; undefined: host and port. */
  readonly publicUrl: string | undefined;
  /** What short links begin with, without a slash at the end; undefined: the public URL and `/l`. */
  readonly shortUrl: string | undefined;
  /** Signs sessions and encrypts secrets; undefined: a generated one kept in the data folder. */
  readonly secret: string | undefined;
  /** Secrets that were in force before, the newest first: what they sealed is opened and sealed anew. */
  readonly previousSecrets: readonly string[];
  /** The built web application; undefined where a development server shows it. */
  readonly webFolder: string | undefined;
  /** The built-in carrier, when one runs beside the server. */
  readonly carrier: { readonly url: string; readonly token: string } | undefined;
  /** Where this process answers `GET /metrics`; undefined: nowhere. */
  readonly metricsPort: number | undefined;
  /** Milliseconds until an operator's answer to a request is no longer waited for. */
  readonly operatorTimeoutMs: number;
  /** Milliseconds until it is believed that a request which the operator does not know has never arrived. */
  readonly lostAfterMs: number;
  /** `host:port` of servers that webhooks may call although they are not on the public internet. */
  readonly webhookAllow: ReadonlySet<string>;
  readonly logLevel: string;
}

const readRole = (args: readonly string[]): Config['role'] => {
  try {
    const { values } = parseArgs({ args: [...args], options: { role: { type: 'string', default: 'all' } } });
    return roleSchema.parse(values.role);
  } catch {
    throw new StartProblem('The server takes --role=all, --role=web or --role=worker and nothing else.');
  }
};

// An empty variable is how compose files and shells write one that is not set.
const withoutEmpty = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));

// What a connection was given before it was cut may go on arriving for minutes.
const shortestLost = 150;
const lostAfterTimeouts = 5;

const readLostAfter = ({
  CURLEW_OPERATOR_TIMEOUT: timeout,
  CURLEW_LOST_AFTER: lostAfter,
}: z.infer<typeof environmentSchema>): number => {
  const least = timeout * lostAfterTimeouts;
  if (lostAfter !== undefined && lostAfter < least)
    throw new StartProblem(
      `The environment variable CURLEW_LOST_AFTER is wrong: it must be ${lostAfterTimeouts} times CURLEW_OPERATOR_TIMEOUT at least, that is ${least}.`,
    );
  return lostAfter ?? Math.max(least, shortestLost);
};

/** Reads arguments and environment. Throws a StartProblem that names the first variable that is wrong. */
export const readConfig = (args: readonly string[], environment: NodeJS.ProcessEnv): Config => {
  const parsed = environmentSchema.safeParse(withoutEmpty(environment));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new StartProblem(`The environment variable ${issue?.path.join('.')} is wrong: ${issue?.message}.`);
  }
  const values = parsed.data;
  const { CURLEW_CARRIER_URL: url, CURLEW_CARRIER_TOKEN: token } = values;
  return {
    role: readRole(args),
    databaseUrl: values.DATABASE_URL,
    dataFolder: resolve(values.CURLEW_DATA_DIR),
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.CURLEW_PUBLIC_URL?.replace(/\/$/, ''),
    shortUrl: values.CURLEW_SHORT_URL?.replace(/\/$/, ''),
    secret: values.CURLEW_SECRET,
    previousSecrets: values.CURLEW_SECRET_PREVIOUS,
    webFolder: values.CURLEW_WEB_DIST ? resolve(values.CURLEW_WEB_DIST) : undefined,
    carrier: url && token ? { url: url.replace(/\/$/, ''), token } : undefined,
    metricsPort: values.CURLEW_METRICS_PORT,
    operatorTimeoutMs: values.CURLEW_OPERATOR_TIMEOUT * 1_000,
    lostAfterMs: readLostAfter(values) * 1_000,
    webhookAllow: values.CURLEW_WEBHOOK_ALLOW,
    logLevel: values.LOG_LEVEL,
  };
};
