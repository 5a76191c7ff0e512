import { z } from 'zod';

/** A secret that a header can carry: anything else would come back inside an error of `fetch`. */
export const tokenSchema = z
  .string()
  .regex(/^[\x21-\x7E]{1,512}$/, 'printable characters without spaces only');
