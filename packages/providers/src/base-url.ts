import { z } from 'zod';

/** An address that ours follows. A name and password, a query or a fragment in it would end up in logs. */
export const baseUrlSchema = z
  .url({ protocol: /^https?$/ })
  .refine((url) => !/[?#]|\/\/[^/]*@/.test(url), 'no name, password, query or fragment in the address');
