// Table of contents of the engine.
export type { AudienceCell, AudienceCount, AudienceExample, Spread } from './audience/audience-count.ts';
export { createAudienceTally, type AlikeCustomers, type AudienceTally } from './audience/audience-tally.ts';
export { fixMessages } from './audience/fix-messages.ts';
export { measureMessage, type MeasuredMessage, type MessageLength } from './audience/measure-message.ts';
export { findNeededFacts, type NeededFacts } from './audience/needed-facts.ts';
export { findSourceReplacements } from './audience/source-replacements.ts';
export { refusalDetailsOf } from './decision-event.ts';
export {
  campaignEventType,
  createCampaignEvent,
  type CampaignEvent,
  type CampaignSource,
} from './campaign-event.ts';
export { createChance } from './chance.ts';
export { dryRun, prepareDryRun, type DryRun } from './dry-run/dry-run.ts';
export { mayEnterAgain } from './dry-run/may-enter-again.ts';
export type {
  DryChange,
  DryEvent,
  DryMessage,
  DryRunResult,
  DryStep,
  DryWalk,
} from './dry-run/dry-run-result.ts';
export { judgeDryRun, type DryDifference, type DryExpectation } from './dry-run/judge-dry-run.ts';
export type { DryCustomer, DryReaction, DryRunScript } from './dry-run/dry-run-script.ts';
export { boundMessage, type AttributeRange, type MessageBounds } from './bound-message.ts';
export { findLinks, type LinkSpan } from './links/find-links.ts';
export { shortenLinks, slugLength, type Shortener, type ShortLink } from './links/shorten-links.ts';
export { messageTermsOf } from './check-timing.ts';
export { decideMessage, decideTest, type TestPhone } from './gate.ts';
export { enqueueFailedTypes } from './message-decision.ts';
export type { Enqueued, MessageDecision, Refusal, RefusalType } from './message-decision.ts';
export type {
  CustomerFacts,
  EventFacts,
  FrequencyRule,
  MessageFacts,
  ProjectFacts,
  ScenarioFacts,
  TemplateSources,
} from './facts.ts';
export { identityTokenLength, sampleIdentityToken } from './identity-token.ts';
export { prepareMessage, type PreparedMessage } from './prepared-message.ts';
export {
  addEstimates,
  estimateCost,
  type CostEstimate,
  type PartsToCountry,
} from './prices/estimate-cost.ts';
export { decimalOf, microsOf } from './prices/micros.ts';
export { priceAt, type Price } from './prices/price-at.ts';
export { readAttributes, readStoredAttributes } from './read-attributes.ts';
export { describeEnding } from './describe-ending.ts';
export { describeMoment } from './describe-moment.ts';
export { describeStep, type DescribedStep, type StepWords } from './describe-step.ts';
export { describeRefusalType } from './refusal-words.ts';
export { createRenderContext } from './render-context.ts';
export type { Rendered } from './create-render.ts';
export { renderEventProperties, type EventProperties } from './event-properties.ts';
export { renderMessage, type RenderedMessage } from './render-message.ts';
export { traceMessage, type TracedValue } from './trace-message.ts';
export type {
  Answer,
  AwaitedEvent,
  Ending,
  MessageEffect,
  NodeEffect,
  Question,
  RunFacts,
  WebhookRequest,
  Why,
} from './node-outcome.ts';
export { renderWebhookRequest, type RenderedWebhook } from './nodes/webhook-request.ts';
export { isTimed, nextMoment, type TimedTrigger } from './trigger-moments.ts';
export { customerZone } from './customer-zone.ts';
export { findWalkFacts, nodesInOneGo, type WalkFacts } from './walk-facts.ts';
export { walk, type Effect, type EffectOf, type Move, type WalkInput, type WalkResult } from './walk.ts';
export { walkInPieces, walkOn, walkThrough } from './walk-through.ts';
