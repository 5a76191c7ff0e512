import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Combobox } from '../../../ui/combobox.tsx';
import { Field } from '../../../ui/field.tsx';
import { useChangeScenarios } from '../change/use-change-scenarios.ts';
import { tagListQuery } from '../list/scenario-list-query.ts';
import { type ChosenScenarios, nameScenarios } from './chosen-scenario.ts';
import { SimpleDialog } from './simple-dialog.tsx';
import { suggestTags } from './suggest-tags.ts';
import { addTag } from './tags-field.tsx';

/** Gives several scenarios one more tag. */
export function AddTagDialog({ projectId, scenarios, onClose }: ChosenScenarios) {
  const { data: inUse } = useQuery(tagListQuery(projectId));
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const change = useChangeScenarios(projectId);
  const submit = () => {
    const { tags, problem: found } = addTag([], text);
    const [tag] = tags;
    setProblem(found);
    if (tag !== undefined)
      change.mutate({ scenarios, change: { kind: 'add_tag', tag } }, { onSuccess: onClose });
  };

  return (
    <SimpleDialog
      title={`Tag ${nameScenarios(scenarios)}`}
      submitLabel="Add tag"
      error={change.error}
      isWorking={change.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Tag" error={problem}>
        <Combobox
          noun="Tags in use"
          options={suggestTags(inUse)}
          value={text}
          onType={(typed) => {
            setProblem(undefined);
            setText(typed);
          }}
          onChoose={setText}
        />
      </Field>
    </SimpleDialog>
  );
}
