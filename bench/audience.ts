// How fast an audience is counted: `pnpm -s bench audience --customers 200000`. A whole server on a PostgreSQL of its own
// counts what a message comes to for each of so many customers, while somebody goes on asking it for other things.
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { endpoints, type AudienceResult } from '@curlew/contract';
import { addNode, emptyDocument, type NodeOf } from '@curlew/scenario';
import { request, type APIRequestContext } from '@playwright/test';
import { Client } from 'pg';
import { callApi } from '../e2e/ground/call-api.ts';
import { curlewUrl, signInOwner } from '../e2e/ground/owner.ts';
import { startTestPostgres } from '../scripts/ground/test-postgres.ts';
import { cpuSecondsOf, cpuSecondsOfSiblings } from './audience/cpu-seconds.ts';
import { makeAudience } from './audience/make-audience.ts';
import { startServer } from './audience/start-server.ts';

const { values } = parseArgs({
  options: { customers: { type: 'string', default: '200000' }, rounds: { type: 'string', default: '3' } },
});
const customers = Number(values.customers);
const rounds = Number(values.rounds);

const versions = [
  {
    language: 'en',
    message:
      'Hi {{ customer.first_name|default("friend", true) }}, your {{ customer.points }} points are waiting in our shop in {{ customer.city }}.{% if customer.points > 5000 %} Gold members get 15 % off until Sunday.{% endif %}',
  },
  {
    language: 'sk',
    message:
      'Ahoj {{ customer.first_name|default("priateľ", true) }}, v predajni {{ customer.city }} na teba čaká {{ customer.points }} bodov.',
  },
];

const smsOf = (document: ReturnType<typeof addNode>): NodeOf<'sms'> => {
  const node = document.nodes.find(({ kind }) => kind === 'sms');
  if (node?.kind !== 'sms') throw new Error('the document has no SMS node');
  return { ...node, settings: { ...node.settings, sender: 'Curlew', maximumParts: 3, versions } };
};

interface Counted {
  readonly result: AudienceResult;
  readonly wallSeconds: number;
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;

const countOnce = async (
  api: APIRequestContext,
  { projectId, scenarioId, node }: { projectId: string; scenarioId: string; node: NodeOf<'sms'> },
  answers: number[],
): Promise<Counted> => {
  const begun = performance.now();
  const body = { scenarioId, node, count: 'again' as const };
  let range = await callApi(api, endpoints.countAudience, { params: { projectId }, body });
  while (range.status === 'waiting' || range.status === 'running') {
    const asked = performance.now();
    await callApi(api, endpoints.getMe);
    answers.push(performance.now() - asked);
    await wait(250);
    const params = { projectId, rangeId: range.id ?? '' };
    range = await callApi(api, endpoints.getAudienceRange, { params });
  }
  if (range.status !== 'finished' || !range.result) throw new Error(`counting ended as ${range.status}`);
  return { result: range.result, wallSeconds: (performance.now() - begun) / 1000 };
};

const postgres = await startTestPostgres();
const server = await startServer(postgres.url);
const client = new Client({ connectionString: postgres.url });
await client.connect();
try {
  const projectId = await makeAudience(client, customers);
  const owner = await signInOwner();
  const api = await request.newContext({ baseURL: curlewUrl(), storageState: owner });
  const node = smsOf(addNode(emptyDocument(), { kind: 'sms', id: 'sms', position: { x: 0, y: 0 } }));
  const scenario = await callApi(api, endpoints.createScenario, {
    params: { projectId },
    body: { name: 'Bench' },
  });
  const { rows } = await client.query<{ pid: number; bytes: number }>(
    'SELECT pg_backend_pid() AS pid, avg(pg_column_size(attributes))::int AS bytes FROM customer',
  );
  const { pid = 0, bytes = 0 } = rows[0] ?? {};
  console.error(
    `${customers} customers of ${bytes} bytes each, attributes read: first_name, city, points, language; ${versions.length} versions; ` +
      `${availableParallelism()} cores; Node ${process.version}; PostgreSQL beside the server on the same machine; counted ${rounds} times after one to warm up`,
  );
  const where = { projectId, scenarioId: scenario.id, node };
  await countOnce(api, where, []);
  const answers: number[] = [];
  const measured: { wall: number; server: number; database: number }[] = [];
  let result: AudienceResult | null = null;
  for (let round = 0; round < rounds; round += 1) {
    const before = [cpuSecondsOf(server.pid), cpuSecondsOfSiblings(pid)] as const;
    const counted = await countOnce(api, where, answers);
    measured.push({
      wall: counted.wallSeconds,
      server: cpuSecondsOf(server.pid) - before[0],
      database: cpuSecondsOfSiblings(pid) - before[1],
    });
    result = counted.result;
    console.error(JSON.stringify(measured.at(-1)));
  }
  await api.dispose();
  const sum = (of: (row: (typeof measured)[number]) => number): number =>
    measured.reduce((total, row) => total + of(row), 0) / rounds;
  const [wall, own, database] = [
    sum((row) => row.wall),
    sum((row) => row.server),
    sum((row) => row.database),
  ];
  console.log(
    JSON.stringify({
      // By the processor time of the server: all its threads, answering meanwhile included.
      customersPerSecondPerCore: Math.round(customers / own),
      // The same with the processor time of PostgreSQL added.
      customersPerSecondPerCoreWithDatabase: Math.round(customers / (own + database)),
      customersPerSecond: Math.round(customers / wall),
      wallSeconds: Number(wall.toFixed(2)),
      serverCpuSeconds: Number(own.toFixed(2)),
      databaseCpuSeconds: Number(database.toFixed(2)),
      coresUsed: Number((own / wall).toFixed(2)),
      meAnswersMs: { p50: Math.round(percentile(answers, 0.5)), p95: Math.round(percentile(answers, 0.95)) },
      customers,
      messages: result?.messages,
      parts: result?.parts,
    }),
  );
} finally {
  await client.end();
  await server.stop();
  await postgres.stop();
}
