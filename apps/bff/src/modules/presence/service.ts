import type { endpoints, ReplyOf } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { deleteLostTabs, deleteTab, readNewest, readOtherTabs, upsertTab, type TabPlace } from './store.ts';

/** Three reports may get lost before a tab is taken for gone. */
const goneAfterSeconds = 30;
const forgottenAfterSeconds = 60;

interface Report {
  readonly userName: string;
  readonly nodeId: string | null;
  readonly isLeaving: boolean;
}

/** Takes down where a tab is, and says where the others are. It is all in the database, so that servers see each other's. */
export const reportPresence = async (
  { database }: Pick<AppContext, 'database'>,
  place: TabPlace,
  { isLeaving, ...seen }: Report,
): Promise<ReplyOf<typeof endpoints.reportPresence>> =>
  database.transaction(async (connection) => {
    const newest = await readNewest(connection, place);
    if (!newest) throw notFound('scenario');
    // One's own tab first: the lost ones are taken without waiting, so that two reports never wait for each other.
    if (isLeaving) await deleteTab(connection, place);
    else await upsertTab(connection, place, seen);
    await deleteLostTabs(connection, forgottenAfterSeconds);
    return { ...newest, others: await readOtherTabs(connection, place, goneAfterSeconds) };
  });
