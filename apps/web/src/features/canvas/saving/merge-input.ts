import type { ScenarioDocument } from '@curlew/scenario';

export interface MergeInput {
  /** What both began with. */
  readonly base: ScenarioDocument;
  readonly mine: ScenarioDocument;
  readonly theirs: ScenarioDocument;
}

/** What two people changed in ways that exclude each other, in words: “Spring sale” was changed by both of you. */
export interface MergeClash {
  /** The node or note it is about, or where the connection begins; null: the whole. */
  readonly elementId: string | null;
  readonly words: string;
}
