import type { BodyOf, endpoints, ReplyOf } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { findCustomersByIds } from '../customers/find-by-ids.ts';
import { readOpenRuns } from '../runs/life-cycle-store.ts';
import { lockRunState } from '../runs/run-state.ts';
import { shareScenarios } from '../runs/scenario-lock.ts';
import { findVersion } from '../runs/versions.ts';
import { findScenario } from '../scenarios/service.ts';
import { named } from './enrol-store.ts';
import { enrol } from './enrol.ts';

type Request = BodyOf<typeof endpoints.enrolCustomers> & {
  readonly projectId: string;
  readonly scenarioId: string;
};

/** Lets customers in whom a program names, by the API call triggers of what runs now. */
export const enrolNamed = async (
  context: AppContext,
  { projectId, scenarioId, customers, key, nodeId }: Request,
): Promise<ReplyOf<typeof endpoints.enrolCustomers>> => {
  const { database } = context;
  const where = { projectId, scenarioId };
  if (!(await findScenario(database.pool, where))) throw notFound('scenario');
  return database.transaction(async (connection) => {
    await shareScenarios(connection, [scenarioId]);
    const run = (await readOpenRuns(connection, where)).find(({ status }) => status === 'active');
    if (!run || (await lockRunState(connection, run.id)).status !== 'active')
      throw new ApiFailure('not_running', 'This scenario lets nobody in now: start it first.');
    const { document } = await findVersion(connection, run.id);
    const triggers = document.nodes
      .filter((node) => node.kind === 'api')
      .filter(({ id }) => nodeId === undefined || id === nodeId);
    if (triggers.length === 0)
      throw new ApiFailure(
        'bad_request',
        'The running version has no such API call trigger: add one and publish it.',
        nodeId === undefined ? {} : { fields: [{ path: 'nodeId', message: 'There is no such trigger' }] },
      );
    const found = await findCustomersByIds(connection, projectId, customers);
    const entries = found.flatMap((customerId) =>
      customerId === null ? [] : [{ customerId, eventId: null, entryKey: key ?? null, depth: 0 }],
    );
    let entered = 0;
    for (const { id, settings } of triggers) {
      const { reentry } = settings;
      const entrance = { ...where, runId: run.id, nodeId: id, reentry, at: context.now() };
      entered += await enrol(context, connection, { entrance, candidates: named(entries, reentry) });
    }
    return {
      entered,
      unknown: found.flatMap((customerId, index) => (customerId === null ? [index] : [])),
    };
  });
};
