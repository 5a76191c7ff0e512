import { endpoints } from '@curlew/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { callApi } from '../../../lib/api.ts';
import { Field } from '../../../ui/field.tsx';
import { notify } from '../../../ui/notify.ts';
import { useRefreshList } from '../change/use-change-scenarios.ts';
import { tagListQuery } from '../list/scenario-list-query.ts';
import type { ChosenScenario } from './chosen-scenario.ts';
import { SimpleDialog } from './simple-dialog.tsx';
import { suggestTags } from './suggest-tags.ts';
import { addTag, TagsField } from './tags-field.tsx';

/** Says how one scenario is tagged. */
export function TagsDialog({ projectId, scenario, onClose }: ChosenScenario) {
  const { data: inUse } = useQuery(tagListQuery(projectId));
  const refresh = useRefreshList(projectId);
  const [tags, setTags] = useState<readonly string[]>(scenario.tags);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (all: readonly string[]) =>
      callApi(endpoints.changeScenario, {
        params: { projectId, scenarioId: scenario.id },
        body: { tags: [...all] },
      }),
    onSuccess: async () => {
      await refresh();
      notify.done(`The tags of “${scenario.name}” are saved.`);
      onClose();
    },
  });
  const submit = () => {
    // What was typed last is meant, too.
    const all = text.trim() === '' ? { tags } : addTag(tags, text);
    if (all.problem === undefined) mutate(all.tags);
    else setProblem(all.problem);
  };

  return (
    <SimpleDialog
      title={`Tags of “${scenario.name}”`}
      submitLabel="Save tags"
      error={error}
      isWorking={isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Add a tag" error={problem} hint="At most 20 tags of 40 characters">
        <TagsField
          tags={tags}
          onChange={setTags}
          text={text}
          onType={setText}
          suggestions={suggestTags(inUse)}
          onProblem={setProblem}
        />
      </Field>
    </SimpleDialog>
  );
}
