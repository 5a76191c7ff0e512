import { endpoints } from '@curlew/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { callApi } from '../../../lib/api.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useChangeScenarios } from '../change/use-change-scenarios.ts';
import { folderListQuery } from '../list/scenario-list-query.ts';
import { type ChosenScenarios, nameScenarios } from './chosen-scenario.ts';
import { SimpleDialog } from './simple-dialog.tsx';

const newFolder = 'new';

/** Puts one or several scenarios into a folder, which may be made here. */
export function MoveDialog({ projectId, scenarios, onClose }: ChosenScenarios) {
  const { data } = useQuery(folderListQuery(projectId));
  const folders = data?.folders ?? [];
  const [chosen, setChosen] = useState<string>(scenarios[0]?.folder?.id ?? 'none');
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const change = useChangeScenarios(projectId);
  const move = useMutation({
    mutationFn: async () => {
      const isNew = chosen === newFolder;
      const made = isNew
        ? await callApi(endpoints.createFolder, { params: { projectId }, body: { name } })
        : null;
      // With the folder there, a second try must not make it again.
      if (made) setChosen(made.id);
      const folderId = made?.id ?? (chosen === 'none' ? null : chosen);
      await change.mutateAsync({ scenarios, change: { kind: 'move', folderId } });
    },
    onSuccess: onClose,
  });
  const submit = () => {
    const named = endpoints.createFolder.body.safeParse({ name });
    if (chosen === newFolder && !named.success) setProblem(named.error.issues[0]?.message);
    else move.mutate();
  };

  return (
    <SimpleDialog
      title={`Move ${nameScenarios(scenarios)}`}
      submitLabel="Move"
      error={move.error}
      isWorking={move.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Folder">
        <Select
          options={[
            { value: 'none', label: 'No folder' },
            ...folders.map(({ id, name: label }) => ({ value: id, label })),
            { value: newFolder, label: 'New folder…' },
          ]}
          value={chosen}
          onChange={setChosen}
        />
      </Field>
      {chosen === newFolder && (
        <Field label="Name of the new folder" error={problem}>
          <TextField
            autoComplete="off"
            value={name}
            onChange={(event) => {
              setProblem(undefined);
              setName(event.target.value);
            }}
          />
        </Field>
      )}
    </SimpleDialog>
  );
}
