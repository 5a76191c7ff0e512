import { z } from 'zod';

export const noParams = z.object({});
export const noQuery = z.object({});
export const noBody = z.undefined();

/** An id that comes in: in small letters, as the database writes it, so that it can be compared. */
export const idSchema = z.uuid().toLowerCase();

export const projectParams = z.object({ projectId: idSchema });

/** ISO 8601 in UTC. */
export const timestampSchema = z.iso.datetime();

/** A page of a list: opaque cursor in, at most `limit` items out. */
export const pageQuery = z.object({
  search: z.string().max(200).default(''),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** `nextCursor` is null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
