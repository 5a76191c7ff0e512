import type { ScenarioSummary } from '@curlew/contract';

/** What a dialog about one scenario of the list is given. */
export interface ChosenScenario {
  readonly projectId: string;
  readonly scenario: ScenarioSummary;
  readonly onClose: () => void;
}
