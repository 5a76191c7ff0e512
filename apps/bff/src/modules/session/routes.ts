import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { describeMe } from './service.ts';

export const sessionHandlers = ({ database }: AppContext): Pick<Handlers, 'getMe'> => ({
  getMe: ({ caller }) => describeMe(database.prisma, caller),
});
