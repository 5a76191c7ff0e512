import { slugLength, type Enqueued, type Shortener } from '@curlew/engine';
import type { IdentityTransfer } from '@curlew/scenario';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { trackClick } from '../messages/service.ts';
import { createIdentityToken, keepIdentityTokens } from './identity.ts';
import { randomLetters } from './random-letters.ts';
import { countClick, insertShortLinks, readShortLink, type ShortLinkRow } from './store.ts';

// A token for a message to carry; it is worth something once the message is written.
export { forgetExpiredTokens, newIdentityToken } from './identity.ts';

/** How many days a link leads where it should: three months. */
const lifetimeDays = 92;

/** Makes the short links of messages. */
export const createShortener = ({ linkBase }: Pick<AppContext, 'linkBase'>): Shortener => ({
  base: linkBase,
  // 62 to the power of 8 are too many to be guessed, or to meet twice.
  newSlug: () => randomLetters(slugLength),
});

/** A message that is about to be written, the links in it, and the token in it or in the address of one of them. */
export interface LinkedMessage extends Pick<Enqueued, 'links' | 'identityToken'> {
  readonly messageId: string;
  readonly customerId: string;
  readonly identityTransfer: IdentityTransfer;
}

/** Writes the short links and tokens of messages, in the transaction that writes the messages. */
export const addShortLinks = async (
  connection: PoolClient,
  { projectId, at }: { projectId: string; at: Date },
  messages: readonly LinkedMessage[],
): Promise<void> => {
  const links = messages.flatMap(({ messageId, links: own, identityTransfer }) =>
    own.map((link) => ({ ...link, messageId, identityTransfer })),
  );
  const tokens = messages.flatMap(({ customerId, identityToken: token }) =>
    token === null ? [] : [{ token, customerId }],
  );
  const expiresAt = new Date(at.getTime() + lifetimeDays * 24 * 60 * 60 * 1_000);
  await insertShortLinks(connection, { projectId, expiresAt }, links);
  await keepIdentityTokens(connection, { projectId, expiresAt }, tokens);
};

const withIdentity = (target: string, token: string): string => {
  const url = new URL(target);
  url.searchParams.set('iitt', token);
  return url.href;
};

/** An address without the token that its author may have put there: a short link tells who follows it by its own rule. */
const withoutIdentity = (target: string): string => {
  const url = new URL(target);
  if (!url.searchParams.has('iitt')) return target;
  url.searchParams.delete('iitt');
  return url.href;
};

const isTransferred = ({ identityTransfer, clicks }: ShortLinkRow): boolean =>
  identityTransfer === 'every_click' || (identityTransfer === 'first_click' && clicks === 1);

const recordClick = ({ database, now }: AppContext, slug: string): Promise<string | null> =>
  database.transaction(async (connection) => {
    const at = now();
    const link = await countClick(connection, slug, at);
    if (!link) return null;
    const { projectId, messageId } = link;
    const target = withoutIdentity(link.target);
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
  if (!link) return null;
  const target = withoutIdentity(link.target);
  if (!isPerson) return target;
  try {
    return await recordClick(context, slug);
  } catch (cause) {
    context.log.error({ cause: String(cause) }, 'a click was not recorded');
    return target;
  }
};
