import { useEffect } from 'react';
import type { Autosaver } from './autosaver.ts';
import { keepLocalCopy } from './keep-local-copy.ts';
import { tabId } from './tab-id.ts';
import type { DocumentStore } from '../state/document-store.ts';

interface SavingInput {
  readonly scenarioId: string;
  readonly store: DocumentStore;
  readonly autosaver: Autosaver;
  readonly isReadOnly: boolean;
}

/** Saves by itself while the page is open, and whatever is left when it goes away. */
export const useSaving = ({ scenarioId, store, autosaver, isReadOnly }: SavingInput): void => {
  useEffect(() => {
    if (isReadOnly) return undefined;
    const keeper = keepLocalCopy({ store, storage: localStorage, scenarioId, id: tabId(sessionStorage) });
    const stopSaving = autosaver.start();

    const saveSoon = (): void => void autosaver.saveNow();
    const saveLast = (): void => {
      keeper.flush();
      void autosaver.saveNow({ keepalive: true });
    };
    const saveWhenHidden = (): void => {
      if (document.visibilityState === 'hidden') saveLast();
    };
    window.addEventListener('blur', saveSoon);
    window.addEventListener('online', saveSoon);
    window.addEventListener('pagehide', saveLast);
    document.addEventListener('visibilitychange', saveWhenHidden);
    return () => {
      window.removeEventListener('blur', saveSoon);
      window.removeEventListener('online', saveSoon);
      window.removeEventListener('pagehide', saveLast);
      document.removeEventListener('visibilitychange', saveWhenHidden);
      stopSaving();
      keeper.stop();
    };
  }, [scenarioId, store, autosaver, isReadOnly]);
};
