import type { ScenarioSummary } from '@curlew/contract';

/** What a dialog about one scenario of the list is given. */
export interface ChosenScenario {
  readonly projectId: string;
  readonly scenario: ScenarioSummary;
  readonly onClose: () => void;
}

/** What a dialog about one or several is given. */
export interface ChosenScenarios {
  readonly projectId: string;
  readonly scenarios: readonly ScenarioSummary[];
  readonly onClose: () => void;
}

/** “Summer sale” or 3 scenarios, for the title of a dialog. */
export const nameScenarios = (scenarios: readonly ScenarioSummary[]): string => {
  const [only, another] = scenarios;
  return only && !another ? `“${only.name}”` : `${scenarios.length} scenarios`;
};
