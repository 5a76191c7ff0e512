import type { Enqueued, Shortener } from '@curlew/engine';
import type { IdentityTransfer } from '@curlew/scenario';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { trackClick } from '../messages/service.ts';
import { createIdentityToken } from './identity.ts';
import { newSlug } from './new-slug.ts';
import { countClick, insertShortLinks, readShortLink, type ShortLinkRow } from './store.ts';

/** How many days a link leads where it should: three months. */
const lifetimeDays = 92;

/** Makes the short links of messages. */
export const createShortener = ({ linkBase }: Pick<AppContext, 'linkBase'>): Shortener => ({
  base: linkBase,
  newSlug,
});

/** A message that is about to be written, and the links in it. */
export interface LinkedMessage {
  readonly messageId: string;
  readonly links: Enqueued['links'];
  readonly identityTransfer: IdentityTransfer;
}

/** Writes the short links of messages, in the transaction that writes the messages. */
export const addShortLinks = async (
  connection: PoolClient,
  { projectId, at }: { projectId: string; at: Date },
  messages: readonly LinkedMessage[],
): Promise<void> => {
  const links = messages.flatMap(({ messageId, links: own, identityTransfer }) =>
    own.map((link) => ({ ...link, messageId, identityTransfer })),
  );
  if (links.length === 0) return;
  const expiresAt = new Date(at.getTime() + lifetimeDays * 24 * 60 * 60 * 1_000);
  await insertShortLinks(connection, { projectId, expiresAt }, links);
};

const withIdentity = (target: string, token: string): string => {
  const url = new URL(target);
  url.searchParams.set('iitt', token);
  return url.href;
};

const isTransferred = ({ identityTransfer, clicks }: ShortLinkRow): boolean =>
  identityTransfer === 'every_click' || (identityTransfer === 'first_click' && clicks === 1);

const recordClick = ({ database, now }: AppContext, slug: string): Promise<string | null> =>
  database.transaction(async (connection) => {
    const at = now();
    const link = await countClick(connection, slug, at);
    if (!link) return null;
    const { projectId, messageId, target } = link;
    const customerId = await trackClick(connection, { projectId, messageId, url: target, at });
    if (!isTransferred(link)) return target;
    return withIdentity(target, await createIdentityToken(connection, { projectId, customerId, at }));
  });

/**
 * Where a slug leads, and null where nowhere. The click of a person is counted and tracked; where that fails the person
 * gets there all the same.
 */
export const followLink = async (
  context: AppContext,
  slug: string,
  { isPerson }: { isPerson: boolean },
): Promise<string | null> => {
  const link = await readShortLink(context.database.pool, slug, context.now());
  if (!link || !isPerson) return link?.target ?? null;
  try {
    return await recordClick(context, slug);
  } catch (cause) {
    context.log.error({ cause: String(cause) }, 'a click was not recorded');
    return link.target;
  }
};
