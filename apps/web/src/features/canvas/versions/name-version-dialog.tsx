import { endpoints, type RevisionSummary } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { callApi } from '../../../lib/api.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Autosaver } from '../saving/autosaver.ts';
import { type ScenarioPlace, versionListKey } from './version-queries.ts';

interface NameVersionDialogProps {
  readonly place: ScenarioPlace;
  readonly version: RevisionSummary;
  readonly autosaver: Autosaver;
  readonly onClose: () => void;
}

const longest = 80;

/** Gives a version a name, another one, or none. */
export function NameVersionDialog({ place, version, autosaver, onClose }: NameVersionDialogProps) {
  const [typed, setTyped] = useState(version.name ?? '');
  const formId = useId();
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (name: string | null) => {
      // The name is for what is on the screen, and closes the version to what comes after.
      if (version.isCurrent) await autosaver.saveNow();
      return callApi(endpoints.nameRevision, {
        params: { ...place, revisionId: version.id },
        body: { name },
      });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: versionListKey(place) });
      onClose();
    },
  });
  const name = typed.trim();

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={version.name === null ? 'Name this version' : 'Rename this version'}
      description="A version with a name is kept for ever."
      size="small"
      footer={
        <>
          {version.name !== null && (
            <Button variant="ghost" onClick={() => mutate(null)}>
              Remove the name
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={isPending} disabled={name === ''}>
            Save name
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          if (name !== '') mutate(name);
        }}
      >
        <Field label="Name" error={error ? describeError(error) : undefined}>
          <TextField
            value={typed}
            maxLength={longest}
            placeholder="Before the sale"
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
