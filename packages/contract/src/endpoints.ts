import { getCustomer, listCustomerEvents, listCustomers } from './endpoints/customers.ts';
import { countFiltered, describeData } from './endpoints/data.ts';
import { getImport, listImportErrors, runImport, uploadImport } from './endpoints/imports.ts';
import { getProject } from './endpoints/project.ts';
import { forecastStart, getRun, startScenario, watchRuns } from './endpoints/runs.ts';
import {
  createScenario,
  deleteScenario,
  getScenario,
  listScenarios,
  renameScenario,
  saveDraft,
} from './endpoints/scenarios.ts';
import { getMe } from './endpoints/session.ts';
import { tryWebhook } from './endpoints/webhooks.ts';

/** Every endpoint by its operation id. Sign-in itself is better-auth's, under /api/auth. */
export const endpoints = {
  getMe,
  getProject,
  listScenarios,
  createScenario,
  getScenario,
  renameScenario,
  saveDraft,
  deleteScenario,
  forecastStart,
  startScenario,
  getRun,
  watchRuns,
  listCustomers,
  getCustomer,
  listCustomerEvents,
  describeData,
  countFiltered,
  tryWebhook,
  uploadImport,
  runImport,
  getImport,
  listImportErrors,
} as const;
