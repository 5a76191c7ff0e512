import type { MessageFacts } from '@curlew/engine';
import type { NodeOf } from '@curlew/scenario';
import type { IntegrationChoice } from '../integrations/integration-choice.ts';
import type { PinnedVersion } from '../runs/versions.ts';
import type { Walked } from './walked.ts';

/** A batch of walks, and by what they were walked. */
export interface WalkedBatch {
  readonly version: PinnedVersion;
  /** Where they went on from. */
  readonly nodeId: string;
  readonly walked: readonly Walked[];
  readonly choose: (node: NodeOf<'sms'>) => IntegrationChoice;
  readonly now: Date;
  readonly facts: MessageFacts;
  /** Their wait was over by the clock of whoever queued the walk. */
  readonly isDue: boolean;
  /** Of the job, among those of its run. */
  readonly place: number;
}
