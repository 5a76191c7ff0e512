import { endpoints } from '@curlew/contract';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { callApi } from '../../../lib/api.ts';
import { notify } from '../../../ui/notify.ts';
import { newElementId } from '../../../lib/new-element-id.ts';
import { type Draft, keepMine, type SavedDraft, takeTheirs } from '../saving/draft.ts';
import { keepCopy } from '../saving/local-copies.ts';
import type { DocumentStore } from '../state/document-store.ts';
import { copyName } from './copy-name.ts';

interface ChoicesInput {
  readonly projectId: string;
  readonly scenario: { readonly id: string; readonly name: string };
  readonly store: DocumentStore;
  readonly onSetAside: () => void;
  readonly onOpenScenario: (scenarioId: string) => void;
}

export interface ConflictChoices {
  readonly useTheirs: () => void;
  readonly keepMine: () => void;
  readonly saveAsCopy: () => void;
  readonly isCopying: boolean;
}

const conflictOf = ({ saving }: Draft): SavedDraft | null =>
  saving.kind === 'conflict' ? saving.theirs : null;

/** The three ways out when two people changed the same. None of them loses anybody's work. */
export const useConflictChoices = (input: ChoicesInput): ConflictChoices => {
  const { projectId, scenario, store, onSetAside, onOpenScenario } = input;
  const { mutate: createCopy, isPending } = useMutation({
    mutationFn: (draft: Draft) =>
      callApi(endpoints.createScenario, {
        params: { projectId },
        body: { name: copyName(scenario.name), document: draft.history.present },
      }),
    onSuccess: (copy) => {
      const { draft, changeDraft } = store.getState();
      const theirs = conflictOf(draft);
      if (theirs) changeDraft((draft) => takeTheirs(draft, theirs, Date.now()));
      notify.done(`Saved as “${copy.name}”`);
      onOpenScenario(copy.id);
    },
    onError: (error) => notify.failed(`The copy was not saved: ${error.message}`),
  });

  return useMemo(() => {
    const setAside = (by: string | null, document: SavedDraft['document'], theirs: SavedDraft): void => {
      keepCopy(localStorage, {
        id: newElementId(),
        scenarioId: scenario.id,
        reason: 'set_aside',
        by,
        at: new Date().toISOString(),
        document,
        revision: theirs.revision,
        base: theirs.document,
        sent: [],
      });
      onSetAside();
    };
    const decide = (choose: (draft: Draft, theirs: SavedDraft) => Draft): void =>
      store.getState().changeDraft((draft) => {
        const theirs = conflictOf(draft);
        return theirs ? choose(draft, theirs) : draft;
      });
    return {
      useTheirs: () =>
        decide((draft, theirs) => {
          setAside(null, draft.history.present, theirs);
          return takeTheirs(draft, theirs, Date.now());
        }),
      keepMine: () =>
        decide((draft, theirs) => {
          setAside(theirs.updatedBy, theirs.document, theirs);
          return keepMine(draft, theirs);
        }),
      saveAsCopy: () => createCopy(store.getState().draft),
      isCopying: isPending,
    };
  }, [scenario.id, store, onSetAside, createCopy, isPending]);
};
