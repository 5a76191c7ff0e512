import type { CustomerFacts, EventFacts, MessageFacts, WalkResult } from '@curlew/engine';
import type { ScenarioDocument } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import type { ForecastNeeds } from './forecast-needs.ts';

interface Entering {
  readonly customer: CustomerFacts;
  readonly event?: EventFacts;
  /** For how many customers this walk stands where a limit counts. */
  readonly weight: number;
}

/** What every part of one forecast works with. */
export interface Forecasting {
  readonly context: AppContext;
  readonly projectId: string;
  readonly facts: MessageFacts;
  readonly document: ScenarioDocument;
  readonly needs: ForecastNeeds;
  /** How many the project has. */
  readonly customers: number;
  /** Lets others in before a walk and between its nodes, and gives the forecast up when nobody waits for it any more. */
  readonly walkFrom: (nodeId: string, entering: Entering) => Promise<WalkResult>;
  /** How long walks of one kind may take together. */
  readonly longestMs: number;
}
