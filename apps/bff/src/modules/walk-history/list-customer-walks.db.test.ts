import { expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { beginOnMonday } from '../../testing/begin-on-monday.ts';
import { beginRun } from '../../testing/begin-run.ts';
import { cityCustomers, cityScenario } from '../../testing/city-scenario.ts';
import type { World } from '../../testing/create-world.ts';
import { listRuns } from '../runs/list-runs.ts';
import { listCustomerWalks } from './list-customer-walks.ts';

let context: AppContext;
let world: World;
beginOnMonday((ground) => {
  ({ context, world } = ground);
});

it('lists the walks of a customer over all scenarios, and the runs of a scenario, the latest first', async () => {
  const run = await beginRun(world, cityScenario(), cityCustomers);
  const { projectId, scenarioId } = run;
  const customerId = run.customerIds[1] ?? '';
  const { items } = await listCustomerWalks(context, { projectId, customerId }, { limit: 50 });
  expect(items).toMatchObject([{ customerName: 'Ben', scenarioId, state: 'inside', versionNumber: 1 }]);
  expect(await listRuns(context, { projectId, scenarioId })).toMatchObject({
    items: [{ id: run.runId, versionNumber: 1, status: 'active', enrolled: 3, inside: 2 }],
  });
});
