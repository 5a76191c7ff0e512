import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { StartProblem } from './start-problem.ts';

it('needs nothing', () => {
  expect(readConfig([], {})).toEqual({
    role: 'all',
    databaseUrl: undefined,
    dataFolder: resolve('.data'),
    host: '127.0.0.1',
    port: 3000,
    publicUrl: undefined,
    secret: undefined,
    previousSecrets: [],
    webFolder: undefined,
    carrier: undefined,
    metricsPort: undefined,
    operatorTimeoutMs: 30_000,
    lostAfterMs: 150_000,
    webhookAllow: new Set(),
    logLevel: 'info',
  });
});

it('takes what it is given', () => {
  const environment = {
    DATABASE_URL: 'postgresql://someone:secret@db.example/curlew',
    CURLEW_DATA_DIR: '/var/lib/curlew',
    HOST: '0.0.0.0',
    PORT: '80',
    CURLEW_PUBLIC_URL: 'https://sms.example/',
    CURLEW_SECRET: 'x'.repeat(32),
    CURLEW_SECRET_PREVIOUS: `${'y'.repeat(32)}, ${'z'.repeat(40)}`,
    CURLEW_CARRIER_URL: 'http://127.0.0.1:3031/',
    CURLEW_CARRIER_TOKEN: 'token',
    CURLEW_WEBHOOK_ALLOW: 'LOCALHOST:8080, 10.0.0.5:80,[0:0::1]:443',
  };
  expect(readConfig(['--role=worker'], environment)).toMatchObject({
    role: 'worker',
    databaseUrl: environment.DATABASE_URL,
    dataFolder: '/var/lib/curlew',
    host: '0.0.0.0',
    port: 80,
    publicUrl: 'https://sms.example',
    previousSecrets: ['y'.repeat(32), 'z'.repeat(40)],
    carrier: { url: 'http://127.0.0.1:3031', token: 'token' },
    metricsPort: undefined,
    operatorTimeoutMs: 30_000,
    lostAfterMs: 150_000,
    webhookAllow: new Set(['localhost:8080', '10.0.0.5:80', '[::1]:443']),
  });
});

it('takes an empty variable for one that is not set', () => {
  expect(readConfig([], { DATABASE_URL: '', PORT: ' ', CURLEW_SECRET: '' })).toEqual(readConfig([], {}));
});

it('does without the carrier when half of it is told', () => {
  expect(readConfig([], { CURLEW_CARRIER_URL: 'http://127.0.0.1:3031' }).carrier).toBeUndefined();
});

it.each([
  ['DATABASE_URL', 'mysql://db.example/curlew'],
  ['DATABASE_URL', 'curlew'],
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['PORT', '-1'],
  ['CURLEW_SECRET', 'too short'],
  ['CURLEW_SECRET_PREVIOUS', 'too short'],
  ['CURLEW_SECRET_PREVIOUS', `${'x'.repeat(32)},`],
  ['CURLEW_PUBLIC_URL', 'ftp://sms.example'],
  ['CURLEW_CARRIER_URL', 'nowhere'],
  ['CURLEW_WEBHOOK_ALLOW', 'localhost'],
  ['CURLEW_WEBHOOK_ALLOW', 'http://localhost:80'],
  ['CURLEW_WEBHOOK_ALLOW', 'someone@localhost:80'],
  ['CURLEW_WEBHOOK_ALLOW', 'localhost:80,'],
  ['CURLEW_WEBHOOK_ALLOW', 'localhost:70000'],
  ['LOG_LEVEL', 'loud'],
])('names the variable that is wrong: %s=%s', (name, value) => {
  const read = () => readConfig([], { [name]: value });
  expect(read).toThrow(StartProblem);
  expect(read).toThrow(`The environment variable ${name} is wrong`);
  expect(read).not.toThrow(value);
});

it.each([[['--role=boss']], [['--role']], [['--port=80']], [['worker']]])(
  'refuses the arguments %j',
  (args) => {
    expect(() => readConfig(args, {})).toThrow('--role=all, --role=web or --role=worker');
  },
);

it('believes that a request is lost after five time-outs at least, and never soon', () => {
  const lostAfter = (environment: Readonly<Record<string, string>>): number =>
    readConfig([], environment).lostAfterMs;
  expect(lostAfter({ CURLEW_OPERATOR_TIMEOUT: '5' })).toBe(150_000);
  expect(lostAfter({ CURLEW_OPERATOR_TIMEOUT: '60' })).toBe(300_000);
  expect(lostAfter({ CURLEW_OPERATOR_TIMEOUT: '2', CURLEW_LOST_AFTER: '10' })).toBe(10_000);
  expect(() => lostAfter({ CURLEW_OPERATOR_TIMEOUT: '30', CURLEW_LOST_AFTER: '149' })).toThrow(
    'CURLEW_LOST_AFTER is wrong: it must be 5 times CURLEW_OPERATOR_TIMEOUT at least, that is 150.',
  );
});
