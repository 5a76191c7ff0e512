// Table of contents of the HTTP API.
export { endpoints } from './endpoints.ts';
export {
  defineEndpoint,
  type Access,
  type BodyInputOf,
  type BodyOf,
  type Endpoint,
  type ParamsOf,
  type QueryInputOf,
  type QueryOf,
  type ReplyOf,
} from './endpoint.ts';
export { errorBodySchema, errorCodes, errorStatus, type ErrorBody, type ErrorCode } from './error.ts';
export { describeApi } from './open-api.ts';
export { mayActAs, roles, roleSchema, type Role } from './role.ts';
export {
  audienceResultSchema,
  type AudienceExample,
  type AudienceRange,
  type AudienceResult,
} from './endpoints/audience-ranges.ts';
export type { CampaignEventNames } from './endpoints/campaign-events.ts';
export {
  customerEventProperties,
  type Customer,
  type CustomerEvent,
  type ListedEvent,
  type CustomerSummary,
  type PhoneCountry,
} from './endpoints/customers.ts';
export type {
  AttributeDescription,
  DataDescription,
  EventDescription,
  FilterCount,
} from './endpoints/data.ts';
export type { DryLife, DryPeople, DryRunReply, MadeCustomer } from './endpoints/dry-run.ts';
export type { Expectation, ExpectationResult, Expected } from './endpoints/expectations.ts';
export { dryScriptSchema, type DryScript } from './shapes/dry-script.ts';
export type { FrequencyPolicy } from './endpoints/frequency-policies.ts';
export type { Folder, FolderList } from './endpoints/folders.ts';
export type { ColumnMapping, ColumnTarget, Import, ImportError } from './endpoints/imports.ts';
export {
  integrationProviders,
  type ConnectionCheck,
  type Integration,
  type IntegrationKind,
  type RateUnit,
  type IntegrationProvider,
  type IntegrationUse,
} from './endpoints/integrations.ts';
export { insideChoices, type InsideChoice, type PublishPreview } from './endpoints/life-cycle.ts';
export type {
  CancelOrder,
  OutboxCounts,
  UnknownMessage,
  UnknownSelection,
  WaitingNode,
  WaitingRun,
} from './endpoints/outbox.ts';
export type { PresentTab } from './endpoints/presence.ts';
export { messageSettingsSchema, type MessageSettings } from './endpoints/message-settings.ts';
export type { Member } from './endpoints/members.ts';
export { priceSchema, type Price, type PriceKey, type PriceList } from './endpoints/prices.ts';
export { projectSchema, type Project } from './endpoints/project.ts';
export {
  mostResendReasons,
  takenAsNotSent,
  type ResendPreview,
  type ResendReason,
} from './endpoints/resend.ts';
export type { Revision, RevisionSummary } from './endpoints/revisions.ts';
export type { ChangedScenarios, ScenarioChange } from './endpoints/scenario-changes.ts';
export {
  scenarioSortSchema,
  scenarioStatusSchema,
  type Scenario,
  type ScenarioSort,
  type ScenarioStatus,
  type ScenarioSummary,
} from './endpoints/scenarios.ts';
export type { Me } from './endpoints/session.ts';
export { testSendSchema, type TestSend } from './endpoints/tests.ts';
export type {
  LateTime,
  ProjectRun,
  RunSummary,
  RunWalk,
  ScenarioWalk,
  Walk,
  WalkMessage,
  WalkState,
  WalkStep,
  WalkSummary,
  WalkSteps,
} from './endpoints/walks.ts';
export { walkPortion } from './endpoints/walks.ts';
export type { WebhookTry } from './endpoints/webhooks.ts';
export type { ForecastAssumption, ForecastSpan, StartForecast, TriggerForecast } from './shapes/forecast.ts';
export { hasInvisible } from './shapes/has-invisible.ts';
export { mostTags, tagSchema } from './shapes/tag.ts';
export type { NodeCounts, LateStart, RefusalCount, Run, NamedTrouble } from './shapes/run.ts';
export { emptyNodeCounts } from './shapes/run.ts';
export { undecided } from './shapes/undecided.ts';
