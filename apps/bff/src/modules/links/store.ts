import type { PoolClient } from 'pg';
import type { IdentityTransfer } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';

export interface NewShortLink {
  readonly slug: string;
  readonly messageId: string;
  readonly target: string;
  readonly identityTransfer: IdentityTransfer;
}

/** Writes short links. One whose slug is taken is an error: the whole batch is tried again with other slugs. */
export const insertShortLinks = async (
  connection: PoolClient,
  { projectId, expiresAt }: { projectId: string; expiresAt: Date },
  links: readonly NewShortLink[],
): Promise<void> => {
  if (links.length === 0) return;
  await connection.query(
    `INSERT INTO short_link (slug, project_id, message_id, target, identity_transfer, expires_at)
     SELECT l.slug, $1, l.message_id, l.target, l.identity_transfer, $2
     FROM unnest($3::text[], $4::uuid[], $5::text[], $6::text[]) AS l(slug, message_id, target, identity_transfer)`,
    [
      projectId,
      expiresAt,
      links.map(({ slug }) => slug),
      links.map(({ messageId }) => messageId),
      links.map(({ target }) => target),
      links.map(({ identityTransfer }) => identityTransfer),
    ],
  );
};

export interface ShortLinkRow {
  readonly projectId: string;
  readonly messageId: string;
  readonly target: string;
  readonly identityTransfer: IdentityTransfer;
  /** Clicks of people, this one included. */
  readonly clicks: number;
}

const columns = `project_id AS "projectId", message_id AS "messageId", target,
  identity_transfer AS "identityTransfer", clicks`;

/** The link of a slug; undefined where there is none, or it has expired. Slugs are told apart by case. */
export const readShortLink = async (
  connection: Connection,
  slug: string,
  at: Date,
): Promise<ShortLinkRow | undefined> => {
  const { rows } = await connection.query<ShortLinkRow>(
    `SELECT ${columns} FROM short_link WHERE slug = $1 AND expires_at > $2`,
    [slug, at],
  );
  return rows[0];
};

/** Counts a click of a person. */
export const countClick = async (
  connection: Connection,
  slug: string,
  at: Date,
): Promise<ShortLinkRow | undefined> => {
  const { rows } = await connection.query<ShortLinkRow>(
    `UPDATE short_link SET clicks = clicks + 1, clicked_at = coalesce(clicked_at, $2)
     WHERE slug = $1 AND expires_at > $2 RETURNING ${columns}`,
    [slug, at],
  );
  return rows[0];
};

export const insertIdentityTokens = async (
  connection: Connection,
  { projectId, expiresAt }: { projectId: string; expiresAt: Date },
  tokens: readonly { readonly hash: Uint8Array; readonly customerId: string }[],
): Promise<void> => {
  if (tokens.length === 0) return;
  await connection.query(
    `INSERT INTO identity_token (hash, project_id, customer_id, expires_at)
     SELECT t.hash, $1, t.customer_id, $2 FROM unnest($3::bytea[], $4::uuid[]) AS t(hash, customer_id)`,
    [projectId, expiresAt, tokens.map(({ hash }) => hash), tokens.map(({ customerId }) => customerId)],
  );
};

/** Takes a token away and says whose it was; undefined where there is none, or it has expired. */
export const takeIdentityToken = async (
  connection: Connection,
  hash: Uint8Array,
  at: Date,
): Promise<{ projectId: string; customerId: string } | undefined> => {
  const { rows } = await connection.query<{ projectId: string; customerId: string; isValid: boolean }>(
    `DELETE FROM identity_token WHERE hash = $1
     RETURNING project_id AS "projectId", customer_id AS "customerId", expires_at > $2 AS "isValid"`,
    [hash, at],
  );
  const [taken] = rows;
  return taken?.isValid ? taken : undefined;
};

/** Deletes what is worth nothing any more, a portion at a time; returns how many there were. */
export const deleteExpiredTokens = async (connection: Connection, at: Date): Promise<number> => {
  const { rowCount } = await connection.query(
    `DELETE FROM identity_token WHERE hash IN (
       SELECT hash FROM identity_token WHERE expires_at <= $1 LIMIT 10000 FOR UPDATE SKIP LOCKED)`,
    [at],
  );
  return rowCount ?? 0;
};
