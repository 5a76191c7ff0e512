import { endpoints, type BodyOf, type Expectation } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { newId } from '../../new-id.ts';
import { audit } from '../audit/service.ts';
import { nameCustomers } from '../customers/service.ts';
import { findScenario, lockScenario } from '../scenarios/service.ts';
import {
  deleteExpectationRow,
  insertExpectation,
  readExpectations,
  updateExpectation,
  type ExpectationRow,
  type ScenarioOf,
} from './store.ts';

interface By {
  readonly userId: string;
  readonly name: string;
}

type ExpectationOf = ScenarioOf & { readonly expectationId: string };

const most = 100;

const readRow = (row: ExpectationRow): Expectation => endpoints.createExpectation.reply.parse(row);

/** What is expected of a scenario, in the order it was written down. */
export const listExpectations = async (
  { database }: Pick<AppContext, 'database'>,
  where: ScenarioOf,
): Promise<Expectation[]> => {
  if (!(await findScenario(database.pool, where))) throw notFound('scenario');
  return (await readExpectations(database.pool, where)).map(readRow);
};

export const createExpectation = (
  { database }: Pick<AppContext, 'database'>,
  where: ScenarioOf,
  { by, ...body }: BodyOf<typeof endpoints.createExpectation> & { readonly by: By },
): Promise<Expectation> =>
  database.transaction(async (connection) => {
    if (!(await lockScenario(connection, where))) throw notFound('scenario');
    const { customer } = body;
    if (customer.kind === 'real') {
      const [known] = await nameCustomers(connection, where.projectId, [customer.id]);
      if (!known) throw notFound('customer');
    }
    if ((await readExpectations(connection, where)).length >= most)
      throw new ApiFailure(
        'bad_request',
        `A scenario has at most ${most} expectations: delete one before you add another.`,
      );
    const row = { id: newId(), ...body };
    await insertExpectation(connection, where, { ...row, by: by.name });
    await audit(connection, {
      projectId: where.projectId,
      userId: by.userId,
      action: 'expectation.create',
      subjectId: row.id,
      detail: { scenarioId: where.scenarioId, name: row.name, blocks: row.blocks },
    });
    return readRow(row);
  });

export const changeExpectation = (
  { database }: Pick<AppContext, 'database'>,
  which: ExpectationOf,
  { by, name, blocks, expected }: BodyOf<typeof endpoints.changeExpectation> & { readonly by: By },
): Promise<Expectation> =>
  database.transaction(async (connection) => {
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(blocks === undefined ? {} : { blocks }),
      ...(expected === undefined ? {} : { expected }),
    };
    const row = await updateExpectation(connection, which, change);
    if (!row) throw notFound('expectation');
    await audit(connection, {
      projectId: which.projectId,
      userId: by.userId,
      action: 'expectation.change',
      subjectId: row.id,
      detail: { scenarioId: which.scenarioId, ...change },
    });
    return readRow(row);
  });

export const deleteExpectation = (
  { database }: Pick<AppContext, 'database'>,
  which: ExpectationOf,
  { by }: { readonly by: By },
): Promise<void> =>
  database.transaction(async (connection) => {
    const name = await deleteExpectationRow(connection, which);
    if (name === undefined) throw notFound('expectation');
    await audit(connection, {
      projectId: which.projectId,
      userId: by.userId,
      action: 'expectation.delete',
      subjectId: which.expectationId,
      detail: { scenarioId: which.scenarioId, name },
    });
  });
