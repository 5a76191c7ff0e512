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
export type { Customer, CustomerEvent, CustomerSummary } from './endpoints/customers.ts';
export type {
  AttributeDescription,
  DataDescription,
  EventDescription,
  FilterCount,
} from './endpoints/data.ts';
export type { ColumnMapping, ColumnTarget, Import, ImportError } from './endpoints/imports.ts';
export type { Project } from './endpoints/project.ts';
export type { StartForecast } from './endpoints/runs.ts';
export type { Scenario, ScenarioStatus, ScenarioSummary } from './endpoints/scenarios.ts';
export type { Me } from './endpoints/session.ts';
export type { WebhookTry } from './endpoints/webhooks.ts';
export type { NodeCounts, RefusalCount, Run } from './shapes/run.ts';
