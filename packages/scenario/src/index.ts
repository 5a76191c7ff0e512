// Table of contents of the scenario package.
export { addNode, emptyDocument } from './create-document.ts';
export {
  parseDocument,
  scenarioDocumentSchema,
  type ParseDocumentResult,
  type ScenarioDocument,
} from './document.ts';
export { alwaysHolds } from './loops.ts';
export { edgeSchema, type ScenarioEdge } from './edge.ts';
export { describeRefusal, refuseConnection, type Connection, type ConnectionRefusal } from './connection.ts';
export { edgesBySource, edgesFrom, reachableFrom, triggerNodes } from './graph.ts';
export type { ScenarioIssue } from './issue.ts';
export { findIssues, findSettingsIssues } from './issues.ts';
export { noteColours, noteSchema, type CanvasNote } from './note.ts';
export { nodeSchema, smsNodeSchema, type NodeKind, type NodeOf, type ScenarioNode } from './node.ts';
export type { NodeFamily, NodeKindDescription, NodeOutput, SettingsIssue } from './node-kind.ts';
export { describeNode, nodeKinds } from './node-kinds.ts';
export {
  createLanguagePicker,
  languageVersionSchema,
  pickLanguageVersion,
  type LanguageVersion,
} from './nodes/language-version.ts';
export { nowSettingsSchema, type NowSettings } from './nodes/now.ts';
export { onDateSettingsSchema, type OnDateSettings } from './nodes/on-date.ts';
export { repeatSettingsSchema, type RepeatSettings } from './nodes/repeat.ts';
export { onEventSettingsSchema, type OnEventSettings } from './nodes/on-event.ts';
export { dateAttributeSettingsSchema, type DateAttributeSettings } from './nodes/date-attribute.ts';
export { apiSettingsSchema, type ApiSettings } from './nodes/api.ts';
export { conditionSettingsSchema, type ConditionSettings } from './nodes/condition.ts';
export { waitSettingsSchema, waitModes, type WaitSettings } from './nodes/wait-settings.ts';
export {
  findSilentHoursIssues,
  describeSilentHours,
  silentHoursSettingsSchema,
  type SilentHoursSettings,
} from './nodes/silent-hours.ts';
export { splitSettingsSchema, type SplitSettings } from './nodes/split.ts';
export { limitSettingsSchema, type LimitSettings } from './nodes/limit.ts';
export { isCampaignProperty } from './nodes/campaign-properties.ts';
export { usualCampaignEvent } from './usual-campaign-event.ts';
export { findDefaultsIssues } from './nodes/defaults-issues.ts';
export {
  identityTransfers,
  messageDefaultsSchema,
  messageRulesOf,
  utmSchema,
  type IdentityTransfer,
  type MessageDefaults,
  type MessageRules,
  type Utm,
} from './nodes/message-rules.ts';
export { smsSettingsSchema, type SmsSettings } from './nodes/sms-settings.ts';
export { webhookSettingsSchema, hasBody, webhookMethods, type WebhookSettings } from './nodes/webhook.ts';
export { setAttributeSettingsSchema, type SetAttributeSettings } from './nodes/set-attribute.ts';
export { trackEventSettingsSchema, type TrackEventSettings } from './nodes/track-event.ts';
export { changeConsentSettingsSchema, type ChangeConsentSettings } from './nodes/change-consent.ts';
export {
  comparisonTypes,
  describeOperator,
  operatorsOf,
  type Comparison,
  type ComparisonOperator,
  type ComparisonType,
} from './filter/comparison.ts';
export { describeComparison } from './filter/describe-comparison.ts';
export { describeCondition, describeFilter } from './filter/describe-filter.ts';
export { createFilterVerdict, type FilterVerdict } from './filter/explain-filter.ts';
export { createFilterTest, meetsFilter, type FilterFacts } from './filter/meets-filter.ts';
export { createComparisonTest, type FilterClock } from './filter/create-comparison-test.ts';
export { dayOfValue } from './filter/day-of-value.ts';
export { emptyFilter, filterSchema, type CustomerFilter, type FilterCondition } from './filter/filter.ts';
export { findFilterIssues } from './filter/filter-issues.ts';
export { describeCron } from './settings/describe-cron.ts';
export { addDuration } from './settings/add-duration.ts';
export { momentOnClock, nextTimeOfDay } from './settings/moments.ts';
export { zoneOf, type CustomerPlace } from './settings/customer-zone.ts';
export { silentUntil } from './nodes/silent-until.ts';
export { isTimeZone } from './settings/time-zone.ts';
export { nameWeekday, weekdays, type Weekday } from './settings/calendar.ts';
export { describeDuration, durationSchema, durationUnits, type Duration } from './settings/duration.ts';
export { readWrittenValue, type WrittenValue } from './settings/written-value.ts';
export type { NamedValue } from './settings/named-values.ts';
export type { Reentry } from './settings/reentry.ts';
export { readSchedule, type Schedule } from './settings/schedule.ts';
export {
  pasteInto,
  readClipboard,
  writeClipboard,
  type Clip,
  type Pasted,
  type ReadClipboard,
} from './clipboard.ts';
export { triggerEventsOf } from './trigger-events.ts';
export { findJsonFault } from './find-json-fault.ts';
export { findReferences, mapReferences, type ProjectReference } from './references.ts';
export {
  readScenarioFile,
  writeScenarioFile,
  type FileWarning,
  type KnownReferences,
  type ReadScenarioFile,
} from './scenario-file.ts';
export type { ScenarioTemplate } from './templates/scenario-template.ts';
export { scenarioTemplates } from './templates/scenario-templates.ts';
export {
  diffDocuments,
  type Difference,
  type DocumentDiff,
  type EdgeDifference,
  type NodeDifference,
  type NoteDifference,
} from './diff-documents.ts';
export type { SettingChange } from './diff-settings.ts';
export { describeFrequencyRule, frequencyRuleSchema, type FrequencyRule } from './settings/frequency-rule.ts';
export { findSenderIssues } from './nodes/sms-issues.ts';
