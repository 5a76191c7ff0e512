import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { askUnknown } from './ask-unknown.ts';
import { countOutbox } from './count-outbox.ts';
import { listUnknown } from './list-unknown.ts';
import { listWaiting } from './list-waiting.ts';
import { listCancelOrders, orderCancel } from './order-cancel.ts';
import { settleUnknown } from './settle-unknown.ts';

export const outboxHandlers = (
  context: AppContext,
): Pick<
  Handlers,
  | 'countOutbox'
  | 'listUnknown'
  | 'askUnknown'
  | 'settleUnknown'
  | 'listWaiting'
  | 'cancelWaiting'
  | 'listCancelOrders'
> => ({
  countOutbox: ({ params, query }) => countOutbox(context, params, query),
  listUnknown: ({ params, query }) => listUnknown(context, params, query),
  askUnknown: ({ params, body, caller }) => askUnknown(context, { ...params, ...body, by: caller }),
  settleUnknown: ({ params, body, caller }) => settleUnknown(context, { ...params, ...body, by: caller }),
  listWaiting: ({ params, query }) => listWaiting(context, params, query),
  cancelWaiting: ({ params, body, caller }) => orderCancel(context, { ...params, ...body, by: caller }),
  listCancelOrders: ({ params, query }) => listCancelOrders(context, params, query),
});
