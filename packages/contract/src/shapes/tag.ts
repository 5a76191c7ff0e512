import { z } from 'zod';

export const tagSchema = z.string().trim().min(1, 'Type a tag').max(40, 'A tag has at most 40 characters');

/** The most tags of one scenario. */
export const mostTags = 20;

// As written, before those that are there twice are left out: of millions that are wrong, each would be told.
const mostWritten = 200;

/** Tags as people write them: the first spelling of each, whatever its case. */
export const tagsSchema = z
  .array(tagSchema)
  .max(mostWritten, `At most ${mostTags} tags`)
  .transform((tags) =>
    [...new Map(tags.toReversed().map((tag) => [tag.toLowerCase(), tag])).values()].toReversed(),
  )
  .refine((tags) => tags.length <= mostTags, `At most ${mostTags} tags`);
