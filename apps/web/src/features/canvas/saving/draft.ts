import type { ScenarioDocument } from '@curlew/scenario';
import { commit, type History, startHistory } from '../history/history.ts';
import { isSameValue } from './is-same-value.ts';
import { mergeDocuments } from './merge-documents.ts';
import type { MergeClash } from './merge-input.ts';
import { rebaseHistory } from './rebase-history.ts';

/** A revision that the server has. */
export interface SavedDraft {
  readonly revision: number;
  readonly document: ScenarioDocument;
  /** ISO 8601 */
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export type SavingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'conflict'; readonly theirs: SavedDraft; readonly clashes: readonly MergeClash[] };

/** The document under work, and how it stands to what the server has. */
export interface Draft {
  readonly history: History;
  /** The newest revision this page knows of; what is under work was made from it. */
  readonly saved: SavedDraft;
  /** Documents on their way to the server whose answer never came: it may have them. */
  readonly sent: readonly ScenarioDocument[];
  readonly saving: SavingState;
}

const idle: SavingState = { kind: 'idle' };

export const openDraft = (saved: SavedDraft): Draft => ({
  history: startHistory(saved.document),
  saved,
  sent: [],
  saving: idle,
});

/** True as long as the server may have something else than what is on the screen. */
export const isUnsaved = ({ history, saved, sent }: Draft): boolean =>
  history.present !== saved.document || sent.length > 0;

const mostSent = 10;

/** The document as it is now is being sent. */
export const beginSave = (draft: Draft): Draft => ({
  ...draft,
  sent: [...draft.sent, draft.history.present].slice(-mostSent),
  saving: { kind: 'saving' },
});

/** The server took what was sent. */
export const endSave = (draft: Draft, saved: SavedDraft): Draft => ({
  ...draft,
  saved,
  sent: [],
  saving: idle,
});

/** It was not saved, or nobody knows (`mayHaveArrived`), for a reason that has nothing to do with other people. */
export const failSave = (draft: Draft, message: string, mayHaveArrived: boolean): Draft => ({
  ...draft,
  sent: mayHaveArrived ? draft.sent : draft.sent.slice(0, -1),
  saving: { kind: 'failed', message },
});

export type Meeting = 'ours' | 'merged' | 'conflict';

const isOurs = ({ sent }: Draft, theirs: SavedDraft): boolean =>
  sent.some((document) => isSameValue(document, theirs.document));

/**
 * The server has a newer revision than this work was made from. It may be our own, saved by a call whose answer got
 * lost; it may go together with our work; else a person has to choose.
 */
export const meetNewer = (
  draft: Draft,
  theirs: SavedDraft,
): { readonly draft: Draft; readonly meeting: Meeting } => {
  const { history, saved } = draft;
  if (isSameValue(history.present, theirs.document)) {
    const settled = { ...history, present: theirs.document };
    return { meeting: 'ours', draft: { history: settled, saved: theirs, sent: [], saving: idle } };
  }
  if (isOurs(draft, theirs)) {
    return { meeting: 'ours', draft: { ...draft, saved: theirs, sent: [], saving: idle } };
  }
  const merged = mergeDocuments({ base: saved.document, mine: history.present, theirs: theirs.document });
  if (!merged.ok) {
    return {
      meeting: 'conflict',
      draft: { ...draft, saving: { kind: 'conflict', theirs, clashes: merged.clashes } },
    };
  }
  const rebased = rebaseHistory(history, { base: saved.document, theirs: theirs.document });
  const present = isSameValue(merged.document, theirs.document) ? theirs.document : merged.document;
  return {
    meeting: 'merged',
    draft: { history: { ...rebased, present }, saved: theirs, sent: [], saving: idle },
  };
};

/** Theirs in place of mine; mine is one undo away. */
export const takeTheirs = (draft: Draft, theirs: SavedDraft, nowMs: number): Draft => ({
  history: commit(draft.history, theirs.document, { nowMs }),
  saved: theirs,
  sent: [],
  saving: idle,
});

/** Mine stays as it is, and will be saved on top of theirs. */
export const keepMine = (draft: Draft, theirs: SavedDraft): Draft => ({
  ...draft,
  saved: theirs,
  sent: [],
  saving: idle,
});
