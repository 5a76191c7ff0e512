import { z } from 'zod';

/** The id of something of the project, in small letters as the database writes it; null: none. */
export const referenceSchema = z.uuid().toLowerCase().nullable();
