import {
  clearUnusableNumber,
  countPhoneCountries,
  getCustomer,
  listCustomerEvents,
  listCustomers,
  listEvents,
} from './endpoints/customers.ts';
import { getCampaignEventNames, renameCampaignEvents } from './endpoints/campaign-events.ts';
import { cancelAudienceRange, countAudience, getAudienceRange } from './endpoints/audience-ranges.ts';
import { countFiltered, describeData } from './endpoints/data.ts';
import { enrolCustomers, trackEvents } from './endpoints/entries.ts';
import { dryRunScenario } from './endpoints/dry-run.ts';
import {
  changeExpectation,
  createExpectation,
  deleteExpectation,
  listExpectations,
  runExpectations,
} from './endpoints/expectations.ts';
import { createFolder, deleteFolder, listFolders, renameFolder } from './endpoints/folders.ts';
import {
  changeFrequencyPolicy,
  createFrequencyPolicy,
  deleteFrequencyPolicy,
  listFrequencyPolicies,
} from './endpoints/frequency-policies.ts';
import { getImport, listImportErrors, runImport, uploadImport } from './endpoints/imports.ts';
import {
  changeIntegration,
  checkIntegration,
  createIntegration,
  deleteIntegration,
  getIntegrationUse,
  listIntegrations,
} from './endpoints/integrations.ts';
import {
  finishScenario,
  pauseScenario,
  previewPublish,
  publishScenario,
  resumeScenario,
  stopScenario,
} from './endpoints/life-cycle.ts';
import {
  askUnknown,
  cancelWaiting,
  countOutbox,
  listCancelOrders,
  listUnknown,
  listWaiting,
  settleUnknown,
} from './endpoints/outbox.ts';
import { previewResend, resendMessages } from './endpoints/resend.ts';
import { reportPresence } from './endpoints/presence.ts';
import { changeMessageSettings, getMessageSettings } from './endpoints/message-settings.ts';
import { listMembers } from './endpoints/members.ts';
import { changePrices, listPrices } from './endpoints/prices.ts';
import { getProject } from './endpoints/project.ts';
import { getRevision, listRevisions, nameRevision, restoreRevision } from './endpoints/revisions.ts';
import { forecastStart, getRun, getRunDocument, startScenario, watchRuns } from './endpoints/runs.ts';
import { changeScenarios, listTags } from './endpoints/scenario-changes.ts';
import {
  changeScenario,
  copyScenario,
  createScenario,
  deleteScenario,
  getScenario,
  listScenarios,
  saveDraft,
} from './endpoints/scenarios.ts';
import { getMe } from './endpoints/session.ts';
import { listTests, sendTest } from './endpoints/tests.ts';
import { switchUsSending } from './endpoints/us-sending.ts';
import {
  getWalk,
  listCustomerWalks,
  listLateStarts,
  listProjectRuns,
  listRuns,
  listRunWalks,
  listWalkSteps,
} from './endpoints/walks.ts';
import { tryWebhook } from './endpoints/webhooks.ts';

/** Every endpoint by its operation id. Sign-in itself is better-auth's, under /api/auth. */
export const endpoints = {
  getMe,
  getProject,
  listMembers,
  getMessageSettings,
  changeMessageSettings,
  getCampaignEventNames,
  renameCampaignEvents,
  switchUsSending,
  listFrequencyPolicies,
  createFrequencyPolicy,
  changeFrequencyPolicy,
  deleteFrequencyPolicy,
  listIntegrations,
  createIntegration,
  changeIntegration,
  deleteIntegration,
  getIntegrationUse,
  checkIntegration,
  listPrices,
  changePrices,
  listScenarios,
  createScenario,
  getScenario,
  changeScenario,
  changeScenarios,
  copyScenario,
  saveDraft,
  deleteScenario,
  listTags,
  listFolders,
  createFolder,
  renameFolder,
  deleteFolder,
  listRevisions,
  getRevision,
  nameRevision,
  restoreRevision,
  reportPresence,
  forecastStart,
  dryRunScenario,
  listExpectations,
  createExpectation,
  changeExpectation,
  deleteExpectation,
  runExpectations,
  startScenario,
  finishScenario,
  stopScenario,
  pauseScenario,
  resumeScenario,
  previewPublish,
  publishScenario,
  previewResend,
  resendMessages,
  enrolCustomers,
  getRun,
  getRunDocument,
  watchRuns,
  listRuns,
  listProjectRuns,
  listLateStarts,
  listRunWalks,
  listWalkSteps,
  getWalk,
  listUnknown,
  askUnknown,
  settleUnknown,
  listWaiting,
  cancelWaiting,
  countOutbox,
  listCancelOrders,
  listCustomers,
  countPhoneCountries,
  getCustomer,
  clearUnusableNumber,
  listCustomerEvents,
  listCustomerWalks,
  listEvents,
  trackEvents,
  describeData,
  countFiltered,
  countAudience,
  getAudienceRange,
  cancelAudienceRange,
  tryWebhook,
  sendTest,
  listTests,
  uploadImport,
  runImport,
  getImport,
  listImportErrors,
} as const;
