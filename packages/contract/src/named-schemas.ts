import type { z } from 'zod';
import {
  edgeSchema,
  filterSchema,
  nodeSchema,
  scenarioDocumentSchema,
  webhookSettingsSchema,
} from '@curlew/scenario';
import {
  audienceExampleSchema,
  audienceRangeSchema,
  audienceResultSchema,
} from './endpoints/audience-ranges.ts';
import { customerEventSchema, customerSchema, customerSummarySchema } from './endpoints/customers.ts';
import {
  attributeDescriptionSchema,
  dataDescriptionSchema,
  eventDescriptionSchema,
  filterCountSchema,
} from './endpoints/data.ts';
import { dryLifeSchema, dryRunSchema, madeCustomerSchema } from './endpoints/dry-run.ts';
import { expectationResultSchema, expectationSchema, expectedSchema } from './endpoints/expectations.ts';
import { frequencyPolicySchema } from './endpoints/frequency-policies.ts';
import { folderListSchema, folderSchema } from './endpoints/folders.ts';
import {
  columnMappingSchema,
  columnTargetSchema,
  importErrorSchema,
  importSchema,
} from './endpoints/imports.ts';
import { connectionCheckSchema, integrationSchema, integrationUseSchema } from './endpoints/integrations.ts';
import { publishPreviewSchema } from './endpoints/life-cycle.ts';
import { presentTabSchema } from './endpoints/presence.ts';
import { messageSettingsSchema } from './endpoints/message-settings.ts';
import { memberSchema } from './endpoints/members.ts';
import { priceListSchema, priceSchema } from './endpoints/prices.ts';
import { projectSchema } from './endpoints/project.ts';
import { resendPreviewSchema } from './endpoints/resend.ts';
import { revisionSchema, revisionSummarySchema } from './endpoints/revisions.ts';
import { changedScenariosSchema } from './endpoints/scenario-changes.ts';
import { scenarioSchema, scenarioSummarySchema } from './endpoints/scenarios.ts';
import { meSchema } from './endpoints/session.ts';
import { testSendSchema } from './endpoints/tests.ts';
import { walkSchema, walkStepSchema, walkSummarySchema } from './endpoints/walks.ts';
import { webhookTrySchema } from './endpoints/webhooks.ts';
import { errorBodySchema } from './error.ts';
import { startForecastSchema } from './shapes/forecast.ts';
import { dryScriptSchema } from './shapes/dry-script.ts';
import { scenarioIssueSchema } from './shapes/issue.ts';
import { nodeCountsSchema, refusalCountSchema, runSchema } from './shapes/run.ts';

/** The shapes that readers of the API's description meet by name; any other is written out where it is used. */
export const namedSchemas: Readonly<Record<string, z.ZodType>> = {
  Me: meSchema,
  Project: projectSchema,
  Scenario: scenarioSchema,
  ScenarioSummary: scenarioSummarySchema,
  ChangedScenarios: changedScenariosSchema,
  Folder: folderSchema,
  FolderList: folderListSchema,
  Member: memberSchema,
  MessageSettings: messageSettingsSchema,
  FrequencyPolicy: frequencyPolicySchema,
  Integration: integrationSchema,
  IntegrationUse: integrationUseSchema,
  ConnectionCheck: connectionCheckSchema,
  Price: priceSchema,
  PriceList: priceListSchema,
  PublishPreview: publishPreviewSchema,
  ResendPreview: resendPreviewSchema,
  Walk: walkSchema,
  WalkStep: walkStepSchema,
  WalkSummary: walkSummarySchema,
  DryRun: dryRunSchema,
  DryLife: dryLifeSchema,
  DryScript: dryScriptSchema,
  MadeCustomer: madeCustomerSchema,
  Expectation: expectationSchema,
  Expected: expectedSchema,
  ExpectationResult: expectationResultSchema,
  ScenarioDocument: scenarioDocumentSchema,
  ScenarioNode: nodeSchema,
  ScenarioEdge: edgeSchema,
  ScenarioIssue: scenarioIssueSchema,
  RevisionSummary: revisionSummarySchema,
  Revision: revisionSchema,
  PresentTab: presentTabSchema,
  StartForecast: startForecastSchema,
  Run: runSchema,
  NodeCounts: nodeCountsSchema,
  RefusalCount: refusalCountSchema,
  Customer: customerSchema,
  CustomerSummary: customerSummarySchema,
  CustomerEvent: customerEventSchema,
  Json: customerSchema.shape.attributes.valueType,
  DataDescription: dataDescriptionSchema,
  AttributeDescription: attributeDescriptionSchema,
  EventDescription: eventDescriptionSchema,
  CustomerFilter: filterSchema,
  FilterCount: filterCountSchema,
  AudienceRange: audienceRangeSchema,
  AudienceResult: audienceResultSchema,
  AudienceExample: audienceExampleSchema,
  WebhookSettings: webhookSettingsSchema,
  WebhookTry: webhookTrySchema,
  TestSend: testSendSchema,
  Import: importSchema,
  ImportError: importErrorSchema,
  ColumnMapping: columnMappingSchema,
  ColumnTarget: columnTargetSchema,
  Error: errorBodySchema,
};
