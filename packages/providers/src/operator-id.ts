import { z } from 'zod';

/** An id that an operator gave: printable ASCII without spaces, so that it can be stored and compared as it is. */
export const operatorIdSchema = z.string().regex(/^[\x21-\x7E]{1,200}$/);
