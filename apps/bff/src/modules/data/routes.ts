import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { describeData } from './describe-data.ts';
import { remember } from './remember.ts';

export const dataHandlers = (context: AppContext): Pick<Handlers, 'describeData'> => {
  const describe = remember((projectId) => describeData(context, projectId), {
    milliseconds: 60_000,
    most: 200,
    now: () => context.now().getTime(),
  });
  return { describeData: ({ params }) => describe(params.projectId) };
};
