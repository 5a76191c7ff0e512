import type { DocumentStore } from '../state/document-store.ts';
import { isUnsaved } from './draft.ts';
import { keepCopy, removeCopy } from './local-copies.ts';

interface KeeperInput {
  readonly store: DocumentStore;
  readonly storage: Storage;
  readonly scenarioId: string;
  /** The id of the copy: this tab's. */
  readonly id: string;
}

export interface LocalCopyKeeper {
  /** Writes what is unsaved at once: the page may be gone in a moment. */
  readonly flush: () => void;
  readonly stop: () => void;
}

const pauseMs = 250;

/** While the document is not saved, keeps it in this browser; once it is, forgets it. */
export const keepLocalCopy = ({ store, storage, scenarioId, id }: KeeperInput): LocalCopyKeeper => {
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const { draft } = store.getState();
    if (!isUnsaved(draft)) {
      removeCopy(storage, { scenarioId, id });
      return;
    }
    const { history, saved, sent } = draft;
    keepCopy(storage, {
      id,
      scenarioId,
      reason: 'unsaved',
      by: null,
      at: new Date().toISOString(),
      document: history.present,
      revision: saved.revision,
      base: saved.document,
      sent: [...sent],
    });
  };

  const unsubscribe = store.subscribe(({ draft }, before) => {
    if (draft === before.draft) return;
    // Not anew with each letter: a large document takes a while to write.
    timer ??= setTimeout(flush, pauseMs);
  });

  return {
    flush,
    stop: () => {
      unsubscribe();
      flush();
    },
  };
};
