import type { ScenarioDocument } from '../document.ts';

/** A scenario to start from. Its senders are empty: whose name a message bears is for its author to say. */
export interface ScenarioTemplate {
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly description: string;
  /** A document of its own; `newId` gives a new id of 1 to 64 characters at each call. */
  readonly build: (newId: () => string) => ScenarioDocument;
}
