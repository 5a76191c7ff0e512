import { z } from 'zod';
import { count } from '../network/units.ts';

export const countedReportFaultSchema = z.strictObject({
  fault: z.enum(['duplicate', 'late', 'outOfOrder', 'never', 'none']),
  messages: count,
});

export type CountedReportFault = z.infer<typeof countedReportFaultSchema>;
