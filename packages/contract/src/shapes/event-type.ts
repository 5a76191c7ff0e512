import { z } from 'zod';

/** What an event is named by those who track it. */
export const eventTypeSchema = z
  .string()
  .trim()
  .min(1, 'The event has no type')
  .max(100, 'At most 100 characters');
