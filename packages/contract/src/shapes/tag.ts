import { z } from 'zod';

export const tagSchema = z.string().trim().min(1, 'Type a tag').max(40, 'A tag has at most 40 characters');

/** The most tags of one scenario. */
export const mostTags = 20;

/** Tags as people write them: the first spelling of each, whatever its case. */
export const tagsSchema = z
  .array(tagSchema)
  .transform((tags) =>
    [...new Map(tags.toReversed().map((tag) => [tag.toLowerCase(), tag])).values()].toReversed(),
  )
  .refine((tags) => tags.length <= mostTags, `At most ${mostTags} tags`);
