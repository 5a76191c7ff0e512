import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { createTurns } from '../../turns.ts';
import { countFiltered } from './count-filtered.ts';

/** Who types fast asks often, and a count may hold a connection for seconds: most of them are for all else. */
const countsAtOnce = 3;

export const audienceHandlers = (context: AppContext): Pick<Handlers, 'countFiltered'> => {
  const inTurn = createTurns(countsAtOnce);
  return {
    countFiltered: ({ params, body, signal }) =>
      inTurn(() => countFiltered(context, params.projectId, body.filter), signal),
  };
};
