import type { ScenarioDocument } from '@curlew/scenario';
import type { Position } from '../commands/free-place.ts';
import type { LayOut } from '../commands/find-tidy-places.ts';
import type { DocumentStore } from './document-store.ts';
import type { SessionStore } from './session-store.ts';

/** What actions work with. */
export interface ActionsInput {
  readonly documentStore: DocumentStore;
  readonly sessionStore: SessionStore;
  /** Canvas coordinates of the middle of what is on the screen. */
  readonly viewCentre: () => Position;
  /** Brings a node into view when it is not. */
  readonly reveal: (nodeId: string) => void;
  readonly fitView: () => void;
  /** Brings these nodes and notes into view, as large as they can be. */
  readonly zoomTo: (ids: ReadonlySet<string>) => void;
  readonly layOut: LayOut;
  /** Says that something was refused, and why. */
  readonly onRefused: (sentence: string) => void;
}

export type ActionTools = ActionsInput & {
  readonly apply: ReturnType<DocumentStore['getState']>['apply'];
  readonly present: () => ScenarioDocument;
  /** Read out by screen readers. */
  readonly say: (words: string) => void;
};

export const actionTools = (input: ActionsInput): ActionTools => ({
  ...input,
  apply: input.documentStore.getState().apply,
  present: () => input.documentStore.getState().draft.history.present,
  say: (said) => input.sessionStore.setState({ said }),
});
