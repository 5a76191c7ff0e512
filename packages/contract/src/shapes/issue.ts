import { z } from 'zod';
import type { ScenarioIssue } from '@curlew/scenario';

/** A problem of a scenario, as `findIssues` of the scenario package gives it. */
export const scenarioIssueSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  nodeId: z.string().nullable(),
  field: z.string().nullable(),
  message: z.string(),
}) satisfies z.ZodType<ScenarioIssue>;
