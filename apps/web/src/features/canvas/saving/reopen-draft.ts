import { commit, startHistory } from '../history/history.ts';
import { type Draft, isUnsaved, type Meeting, meetNewer, openDraft, type SavedDraft } from './draft.ts';
import { isSameValue } from './is-same-value.ts';
import type { LocalCopy } from './local-copy.ts';

interface Reopened {
  readonly draft: Draft;
  /** How the kept work went together with what the server has; `none`: there was none, or it had been saved after all. */
  readonly restored: 'none' | Meeting;
}

/** The draft as a page finds it: what the server has, and on top of it what this tab could not save before. */
export const reopenDraft = (saved: SavedDraft, copy: LocalCopy | null, nowMs: number): Reopened => {
  const plain: Reopened = { draft: openDraft(saved), restored: 'none' };
  if (!copy || isSameValue(copy.document, saved.document)) return plain;

  if (copy.revision === saved.revision) {
    const history = commit(startHistory(saved.document), copy.document, { nowMs });
    return { draft: { ...plain.draft, history }, restored: 'ours' };
  }
  const base: SavedDraft = { ...saved, revision: copy.revision, document: copy.base };
  const history = commit(startHistory(base.document), copy.document, { nowMs });
  const { draft, meeting } = meetNewer(
    { history, saved: base, sent: copy.sent, saving: { kind: 'idle' } },
    saved,
  );
  return isUnsaved(draft) ? { draft, restored: meeting } : plain;
};
