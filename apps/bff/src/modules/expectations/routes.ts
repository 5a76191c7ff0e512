import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { runExpectations } from './run-expectations.ts';
import { changeExpectation, createExpectation, deleteExpectation, listExpectations } from './service.ts';

type Names =
  | 'listExpectations'
  | 'createExpectation'
  | 'changeExpectation'
  | 'deleteExpectation'
  | 'runExpectations';

export const expectationHandlers = (context: AppContext): Pick<Handlers, Names> => ({
  listExpectations: async ({ params }) => ({ items: await listExpectations(context, params) }),
  createExpectation: ({ params, body, caller }) =>
    createExpectation(context, params, { ...body, by: caller }),
  changeExpectation: ({ params, body, caller }) =>
    changeExpectation(context, params, { ...body, by: caller }),
  deleteExpectation: async ({ params, caller }) => {
    await deleteExpectation(context, params, { by: caller });
    return undefined;
  },
  runExpectations: async ({ params, body, signal }) => ({
    results: await runExpectations(context, { ...params, ...body }, signal),
  }),
});
