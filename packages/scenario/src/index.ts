// Table of contents of the scenario package.
export { addNode, emptyDocument } from './create-document.ts';
export {
  parseDocument,
  scenarioDocumentSchema,
  type ParseDocumentResult,
  type ScenarioDocument,
} from './document.ts';
export { edgeSchema, type ScenarioEdge } from './edge.ts';
export { describeRefusal, refuseConnection, type Connection, type ConnectionRefusal } from './connection.ts';
export { edgesBySource, edgesFrom, reachableFrom, triggerNodes } from './graph.ts';
export type { ScenarioIssue } from './issue.ts';
export { findIssues } from './issues.ts';
export { nodeSchema, type NodeKind, type NodeOf, type ScenarioNode } from './node.ts';
export type { NodeFamily, NodeKindDescription, NodeOutput, SettingsIssue } from './node-kind.ts';
export { describeNode, nodeKinds } from './node-kinds.ts';
export { nowSettingsSchema, type NowSettings } from './nodes/now.ts';
export {
  createLanguagePicker,
  languageVersionSchema,
  pickLanguageVersion,
  type LanguageVersion,
} from './nodes/language-version.ts';
export { smsSettingsSchema, type SmsSettings } from './nodes/sms-settings.ts';
