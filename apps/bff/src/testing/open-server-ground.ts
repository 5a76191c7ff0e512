import { createDocument } from '@curlew/testkit';
import { startScenario } from '../modules/runs/start.ts';
import { manyCustomers } from './add-test-customers.ts';
import { addTestUser } from './add-test-user.ts';
import { createTestCampaign, type TestCampaign } from './create-test-campaign.ts';
import { startFakeOperator, type FakeOperator } from './fake-operator.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';
import { createTestDatabase, openTestContext, type TestDatabase } from './test-context.ts';

/** What server processes of a test share: a database, an operator, and an end. */
export interface ServerGround {
  readonly database: TestDatabase;
  readonly operator: FakeOperator;
  /** Starts a server, on the ground's database unless told otherwise. */
  start(
    options?: Parameters<typeof startServerProcess>[1],
    where?: Pick<TestDatabase, 'url' | 'dataFolder'>,
  ): ServerProcess;
  /** Prepares a campaign while no server runs; with `isStarted` its first jobs are queued. */
  prepare(count: number, isStarted: boolean): Promise<TestCampaign & { readonly email: string }>;
  /** Every phone that the operator was asked to reach, in that order, as often as it was. */
  reached(): string[];
  /** Kills the servers that still run, and drops all the rest. */
  stop(): Promise<void>;
}

/** A fresh database and an operator for server processes. */
export const openServerGround = async (): Promise<ServerGround> => {
  const database = await createTestDatabase();
  const operator = await startFakeOperator();
  const started: ServerProcess[] = [];
  return {
    database,
    operator,
    start: (options, where = database) => {
      const server = startServerProcess(where, options);
      started.push(server);
      return server;
    },
    prepare: async (count, isStarted) => {
      const { context, stop } = await openTestContext(database);
      try {
        const campaign = await createTestCampaign(context, {
          operatorUrl: operator.url,
          document: createDocument({
            versions: [{ language: 'en', message: 'Only for {{ customer.first_name }}' }],
          }),
          customers: manyCustomers(count),
        });
        if (isStarted) await startScenario(context, campaign.start);
        return { ...campaign, email: await addTestUser(context, { [campaign.projectId]: 'editor' }) };
      } finally {
        await stop();
      }
    },
    reached: () => operator.calls.flatMap(({ to }) => to),
    stop: async () => {
      for (const server of started.splice(0)) {
        server.signal('SIGKILL');
        await server.ended;
      }
      await operator.stop();
      await database.drop();
    },
  };
};
