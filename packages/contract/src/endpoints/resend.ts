import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { idSchema, noBody, noQuery } from '../shapes/common.ts';
import { scenarioIssueSchema } from '../shapes/issue.ts';
import { runSchema } from '../shapes/run.ts';
import { scenarioParams } from './scenarios.ts';

/** So many reasons are told apart. */
export const mostResendReasons = 100;

/** The `reason` of messages that a person took as not sent. */
export const takenAsNotSent = 'taken_as_not_sent';

/**
 * Why a customer got nothing in the end. `enqueue_failed`: the gate refused the message for what it says, `reason` is the type of the
 * refusal. `failed`: it was not delivered, `reason` is what the operator said (empty: nothing), at most 300 characters of it.
 */
export const resendReasonSchema = z.object({
  status: z.enum(['enqueue_failed', 'failed']),
  reason: z.string().max(300),
});
export type ResendReason = z.infer<typeof resendReasonSchema>;

export const resendPreviewSchema = z.object({
  /** Of the draft. */
  revision: z.int(),
  /** Of the node as it is drawn now. */
  issues: z.array(scenarioIssueSchema),
  /** Whether the node says or does something else now than when the run was started. */
  isChanged: z.boolean(),
  /** The most frequent first. Each customer is counted once. */
  reasons: z.array(resendReasonSchema.extend({ customers: z.int() })),
  /** Customers with other reasons, which are rarer than those. */
  rarer: z.int(),
  /** Messages that the operator refused outright: they count as failed, and are not sent again. */
  rejected: z.int(),
});
export type ResendPreview = z.infer<typeof resendPreviewSchema>;

const params = scenarioParams.extend({ runId: idSchema });
const path = '/api/projects/:projectId/scenarios/:scenarioId/runs/:runId/resend';
/** Of the SMS node. */
const nodeId = z.string().max(100);

export const previewResend = defineEndpoint({
  method: 'get',
  path,
  summary:
    'Whose message of an SMS node failed in the end, by reason, in a run that is over and in what was resent of it',
  tag: 'Runs',
  access: { atLeast: 'viewer' },
  params,
  query: z.object({ nodeId }),
  body: noBody,
  reply: resendPreviewSchema,
});

/**
 * `revision` is the one that was looked at: another one gives `revision_conflict`, problems of the node give `has_issues`. Who has
 * got a message meanwhile, or may still get one, gets no other.
 */
export const resendMessages = defineEndpoint({
  method: 'post',
  path,
  summary:
    'Start a run of an SMS node alone, as it is drawn now, for exactly those whose message failed for one of these reasons',
  tag: 'Runs',
  access: { atLeast: 'editor' },
  params,
  query: noQuery,
  body: z.object({
    nodeId,
    revision: z.int().nonnegative(),
    reasons: z.array(resendReasonSchema).min(1, 'Choose a reason').max(mostResendReasons),
  }),
  reply: runSchema,
  status: 201,
});
