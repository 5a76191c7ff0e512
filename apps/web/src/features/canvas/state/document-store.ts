import type { ScenarioDocument } from '@curlew/scenario';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { closeStep, commit, redo, undo } from '../history/history.ts';
import type { Draft } from '../saving/draft.ts';

interface ApplyOptions {
  /** Typing in one field: `<node id>:<field>`. */
  readonly mergeKey?: string;
}

export interface DocumentState {
  readonly draft: Draft;
  /** One gesture: one command, one step to undo. */
  readonly apply: (command: (document: ScenarioDocument) => ScenarioDocument, options?: ApplyOptions) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** A field was left: what is typed next is a new step. */
  readonly closeStep: () => void;
  /** For saving only: how the draft stands to what the server has. */
  readonly changeDraft: (change: (draft: Draft) => Draft) => void;
}

export type DocumentStore = StoreApi<DocumentState>;

/** The scenario under work. `now` gives the time in ms. */
export const createDocumentStore = (draft: Draft, now: () => number): DocumentStore =>
  createStore<DocumentState>()((set) => {
    const changeHistory = (change: (history: Draft['history']) => Draft['history']): void =>
      set(({ draft }) => {
        const history = change(draft.history);
        return history === draft.history ? {} : { draft: { ...draft, history } };
      });
    return {
      draft,
      apply: (command, options) =>
        changeHistory((history) => commit(history, command(history.present), { nowMs: now(), ...options })),
      undo: () => changeHistory(undo),
      redo: () => changeHistory(redo),
      closeStep: () => changeHistory(closeStep),
      changeDraft: (change) => set(({ draft }) => ({ draft: change(draft) })),
    };
  });
