// Table of contents of the engine.
export { boundMessage, type AttributeRange, type MessageBounds } from './bound-message.ts';
export { findLinks, type LinkSpan } from './links/find-links.ts';
export { slugLength, type Shortener, type ShortLink } from './links/shorten-links.ts';
export { decideMessage, decideTest, type TestPhone } from './gate.ts';
export type { Enqueued, MessageDecision, Refusal, RefusalType } from './message-decision.ts';
export type {
  CustomerFacts,
  EventFacts,
  MessageFacts,
  ProjectFacts,
  ScenarioFacts,
  TemplateSources,
} from './facts.ts';
export { prepareMessage, type PreparedMessage } from './prepared-message.ts';
export { decimalOf, microsOf } from './prices/micros.ts';
export { priceAt, type Price } from './prices/price-at.ts';
export { readAttributes } from './read-attributes.ts';
export { describeRefusalType } from './refusal-words.ts';
export { createRenderContext } from './render-context.ts';
export type { Rendered } from './create-render.ts';
export { renderEventProperties, type EventProperties } from './event-properties.ts';
export { renderMessage, type RenderedMessage } from './render-message.ts';
export { traceMessage, type TracedValue } from './trace-message.ts';
export { isRunnable, walk, type Effect, type Move, type WalkInput, type WalkResult } from './walk.ts';
