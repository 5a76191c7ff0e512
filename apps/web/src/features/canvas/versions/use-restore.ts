import { endpoints, type RevisionSummary } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../../lib/api-error.ts';
import { callApi } from '../../../lib/api.ts';
import { notify } from '../../../ui/notify.ts';
import type { Autosaver } from '../saving/autosaver.ts';
import { takeTheirs } from '../saving/draft.ts';
import type { DocumentStore } from '../state/document-store.ts';
import { type ScenarioPlace, versionListKey } from './version-queries.ts';
import { titleOfVersion } from './version-words.ts';

interface RestoreInput {
  readonly place: ScenarioPlace;
  readonly store: DocumentStore;
  readonly autosaver: Autosaver;
  readonly onDone: () => void;
}

/** Makes an old version the draft: one step to undo here, a version of its own in the history. */
export const useRestore = ({ place, store, autosaver, onDone }: RestoreInput) => {
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: async (version: RevisionSummary) => {
      // What is not saved yet would not be in the history.
      if (!(await autosaver.saveNow())) throw new Error('what you changed last is not saved yet.');
      const { revision } = store.getState().draft.saved;
      return callApi(endpoints.restoreRevision, {
        params: { ...place, revisionId: version.id },
        body: { revision },
      });
    },
    onSuccess: (restored, version) => {
      store.getState().changeDraft((draft) => takeTheirs(draft, restored, Date.now()));
      void queryClient.invalidateQueries({ queryKey: versionListKey(place) });
      notify.done(`“${titleOfVersion(version)}” is the draft again.`, {
        label: 'Undo',
        onClick: () => store.getState().undo(),
      });
      onDone();
    },
    onError: (error, version) => {
      if (error instanceof ApiError && error.code === 'revision_conflict') void autosaver.takeNewer();
      notify.failed(`“${titleOfVersion(version)}” was not restored: ${error.message}`);
    },
  });
  return { restore: mutate, isRestoring: isPending };
};
