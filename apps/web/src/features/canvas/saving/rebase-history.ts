import type { ScenarioDocument } from '@curlew/scenario';
import type { History } from '../history/history.ts';
import { mergeDocuments } from './merge-documents.ts';

interface Newer {
  readonly base: ScenarioDocument;
  readonly theirs: ScenarioDocument;
}

/** Puts someone else's change under each step, nearest first, up to the first one it does not go together with. */
const rebase = (documents: readonly ScenarioDocument[], { base, theirs }: Newer): ScenarioDocument[] => {
  const rebased: ScenarioDocument[] = [];
  for (const mine of documents) {
    const merged = mergeDocuments({ base, mine, theirs });
    if (!merged.ok) break;
    rebased.push(merged.document);
  }
  return rebased;
};

/**
 * The way back and forward after someone else's change was merged in. Without this an undo would take their change
 * back along with mine.
 */
export const rebaseHistory = (history: History, newer: Newer): History => ({
  ...history,
  past: rebase(history.past.toReversed(), newer).toReversed(),
  future: rebase(history.future, newer),
  openStep: null,
});
