import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import {
  idSchema,
  noBody,
  noQuery,
  pageOf,
  pageQuery,
  projectParams,
  timestampSchema,
} from '../shapes/common.ts';
import { lateStartSchema, runSchema } from '../shapes/run.ts';
import { customerParams } from './customers.ts';
import { scenarioParams } from './scenarios.ts';

/** `finished`: came to the end of their way. `ended`: went no further where they would have gone on. */
export const walkStates = ['inside', 'finished', 'ended'] as const;
const walkStateSchema = z.enum(walkStates);
export type WalkState = z.infer<typeof walkStateSchema>;

/** A node that was passed, and why it was left as it was. */
export const walkStepSchema = z.object({
  /** Counts the nodes entered, from 1 at the trigger. */
  visit: z.int(),
  /** Null: the version does not have the node any more. */
  nodeId: z.string().nullable(),
  nodeName: z.string(),
  kind: z.string().nullable(),
  /** Null: the walk was ended here. */
  output: z.string().nullable(),
  /** What stands on the output; empty where the node has one only. */
  outputLabel: z.string(),
  /** What decided it, in a sentence; empty where nothing is known of it. */
  words: z.string(),
  /** When they left; null: not known. */
  at: timestampSchema.nullable(),
});
export type WalkStep = z.infer<typeof walkStepSchema>;

/** One customer's way through a run, and where they stand: at their last node where it is over. */
export const walkSummarySchema = z.object({
  id: z.uuid(),
  customerId: z.uuid(),
  customerName: z.string(),
  state: walkStateSchema,
  /** Why it ended early, in words. */
  ending: z.string().nullable(),
  startedAt: timestampSchema,
  nodeId: z.string(),
  nodeName: z.string(),
  /** When they came to it. */
  since: timestampSchema,
  /** They are held until then; null: they are not, or it is being worked out. */
  waitsUntil: timestampSchema.nullable(),
  /** The type of event that ends the wait before that. */
  awaits: z.string().nullable(),
});
export type WalkSummary = z.infer<typeof walkSummarySchema>;

const runWalkSchema = walkSummarySchema.extend({
  /** The last step at the node that was asked about; null: none, or no node was asked about. */
  step: walkStepSchema.nullable(),
});
export type RunWalk = z.infer<typeof runWalkSchema>;

/**
 * With a node and an output: who left the node by it. With a node and a state: who stands there and is so. With a node and a refusal:
 * whom it sent nothing for that reason. With a node alone: who has been there. A page may be short, or empty, and have another after it:
 * so many were looked through that it had to end.
 */
export const listRunWalks = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/scenarios/:scenarioId/runs/:runId/walks',
  summary:
    'The walks of a run, the latest first: who stands where, who left a node by which output, and why (all of them as a file: walks.csv)',
  tag: 'Runs',
  access: { atLeast: 'viewer' },
  params: scenarioParams.extend({ runId: idSchema }),
  query: pageQuery.extend({
    nodeId: z.string().max(100).optional(),
    output: z.string().max(100).optional(),
    /** The type of a refusal, as runs count them. */
    refusal: z.string().max(100).optional(),
    state: walkStateSchema.optional(),
    customerId: idSchema.optional(),
  }),
  body: noBody,
  reply: pageOf(runWalkSchema),
});

const scenarioWalkSchema = walkSummarySchema.extend({
  scenarioId: z.uuid(),
  scenarioName: z.string(),
  runId: z.uuid(),
  versionNumber: z.int(),
});
export type ScenarioWalk = z.infer<typeof scenarioWalkSchema>;

export const listCustomerWalks = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/customers/:customerId/walks',
  summary: "A customer's walks through all scenarios, the latest first",
  tag: 'Customers',
  access: { atLeast: 'viewer' },
  params: customerParams,
  query: pageQuery.omit({ search: true }),
  body: noBody,
  reply: pageOf(scenarioWalkSchema),
});

/** A message of a walk; `visit` says of which step. */
const walkMessageSchema = z.object({
  id: z.uuid(),
  nodeId: z.string(),
  visit: z.int(),
  status: z.string(),
  recipient: z.string(),
  sender: z.string(),
  text: z.string(),
  parts: z.int(),
  /** What the operator said where it failed. */
  error: z.string().nullable(),
  createdAt: timestampSchema,
  sentAt: timestampSchema.nullable(),
  endedAt: timestampSchema.nullable(),
});
export type WalkMessage = z.infer<typeof walkMessageSchema>;

/** Why a message of a step was refused, with what was found and what is allowed. */
const stepRefusalSchema = z.object({ visit: z.int(), message: z.string() });

/** A portion of the steps of a walk, with their messages. */
export const walkStepsSchema = z.object({
  /** In order. */
  steps: z.array(walkStepSchema),
  /** How many steps came before those. */
  earlierSteps: z.int(),
  messages: z.array(walkMessageSchema),
  refusals: z.array(stepRefusalSchema),
});
export type WalkSteps = z.infer<typeof walkStepsSchema>;

/** So many steps are told at a time; of a walk itself twice as many at most, so that portions begin where they began before it went on. */
export const walkPortion = 50;

/** With its last steps. */
export const walkSchema = scenarioWalkSchema.extend({
  trigger: z.object({ nodeId: z.string(), name: z.string(), kind: z.string().nullable() }),
  /** The event that began it. */
  event: z.object({ id: z.uuid(), type: z.string(), timestamp: timestampSchema }).nullable(),
  /** When it was due to begin, where its trigger started more than a minute late; null: it did not. */
  late: lateStartSchema.nullable(),
  ...walkStepsSchema.shape,
});
export type Walk = z.infer<typeof walkSchema>;

export const getWalk = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/walks/:walkId',
  summary:
    'One walk: how it began, where it stands, and its last steps with what decided each, and their messages',
  tag: 'Runs',
  access: { atLeast: 'viewer' },
  params: projectParams.extend({ walkId: idSchema }),
  query: noQuery,
  body: noBody,
  reply: walkSchema,
});

export const listWalkSteps = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/walks/:walkId/steps',
  summary: 'The 50 steps of a walk before one of them, or its last ones',
  tag: 'Runs',
  access: { atLeast: 'viewer' },
  params: projectParams.extend({ walkId: idSchema }),
  /** `visit` of the step that comes after them. */
  query: z.object({ before: z.coerce.number().int().min(1).max(2_147_483_647).optional() }),
  body: noBody,
  reply: walkStepsSchema,
});

const runSummarySchema = runSchema
  .omit({
    nodes: true,
    troubles: true,
    insideEarlier: true,
    leavingEarlier: true,
    walked: true,
    isOpen: true,
  })
  .extend({
    inside: z.int(),
    /** Messages that wait to be sent, or are being sent. */
    leaving: z.int(),
    /** How often a trigger started more than a minute late. */
    lateStarts: z.int(),
  });
export type RunSummary = z.infer<typeof runSummarySchema>;

export const listRuns = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/scenarios/:scenarioId/runs',
  summary: 'The latest 50 runs of a scenario, the newest first',
  tag: 'Runs',
  access: { atLeast: 'viewer' },
  params: scenarioParams,
  query: noQuery,
  body: noBody,
  reply: z.object({ items: z.array(runSummarySchema) }),
});

const projectRunSchema = runSummarySchema.extend({ scenarioName: z.string() });
export type ProjectRun = z.infer<typeof projectRunSchema>;

/** With `going`: those where somebody is inside or may still enter, and those of which messages have not left. */
export const listProjectRuns = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/runs',
  summary: 'The runs of all scenarios of a project, the newest first',
  tag: 'Runs',
  access: { atLeast: 'viewer' },
  params: projectParams,
  query: pageQuery.omit({ search: true }).extend({ show: z.enum(['all', 'going']).default('all') }),
  body: noBody,
  reply: pageOf(projectRunSchema),
});

/** `missed`: times of its schedule that passed before it could start, which are not made up for; up to 100 are counted. */
const lateTimeSchema = lateStartSchema.extend({
  nodeId: z.string(),
  nodeName: z.string(),
  /** Who entered then. */
  enrolled: z.int(),
  missed: z.int(),
});
export type LateTime = z.infer<typeof lateTimeSchema>;

export const listLateStarts = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/scenarios/:scenarioId/runs/:runId/lateStarts',
  summary: 'When triggers of a run started more than a minute late, the latest 50 first',
  tag: 'Runs',
  access: { atLeast: 'viewer' },
  params: scenarioParams.extend({ runId: idSchema }),
  query: noQuery,
  body: noBody,
  reply: z.object({ items: z.array(lateTimeSchema) }),
});
