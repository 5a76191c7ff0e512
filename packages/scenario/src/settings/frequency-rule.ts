import { z } from 'zod';

/** At most `most` messages to one customer in any `days` days. */
export const frequencyRuleSchema = z.object({
  most: z.int('A whole number').min(1, 'At least 1 message').max(1_000, 'At most 1,000 messages'),
  days: z.int('A whole number').min(1, 'At least 1 day').max(365, 'At most 365 days'),
});
export type FrequencyRule = z.infer<typeof frequencyRuleSchema>;

/** `at most 3 messages in 7 days`. */
export const describeFrequencyRule = ({ most, days }: FrequencyRule): string =>
  `at most ${most} ${most === 1 ? 'message' : 'messages'} in ${days} ${days === 1 ? 'day' : 'days'}`;
