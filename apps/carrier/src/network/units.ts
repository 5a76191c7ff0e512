import { z } from 'zod';

const day = 24 * 60 * 60 * 1000;

/** Up to a day. */
export const milliseconds = z.number().min(0).max(day);

/** A probability; nothing happens unless told. */
export const share = z.number().min(0).max(1).default(0);

/** How often something counted happens. */
export const count = z.int().min(1).max(1_000_000).default(1);
