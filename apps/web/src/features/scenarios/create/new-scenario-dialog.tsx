import { endpoints } from '@curlew/contract';
import { type ScenarioDocument, scenarioTemplates } from '@curlew/scenario';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { callApi } from '../../../lib/api.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { newElementId } from '../../../lib/new-element-id.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { scenarioListKey } from '../list/scenario-list-query.ts';
import { FileSource } from './file-source.tsx';
import { SourceChoice } from './source-choice.tsx';
import { useScenarioFile } from './use-scenario-file.ts';

interface NewScenarioDialogProps {
  readonly projectId: string;
  /** Where it is to lie; null: in no folder. */
  readonly folderId: string | null;
  readonly isFromFile: boolean;
  readonly onClose: () => void;
}

const nameSchema = endpoints.createScenario.body.pick({ name: true });
const showAll = (box: HTMLElement | null): void => box?.scrollIntoView({ block: 'nearest' });
const untitled = 'Untitled scenario';

/** Creates a draft, empty or from a template or a file, and opens it. */
export function NewScenarioDialog({ projectId, folderId, isFromFile, onClose }: NewScenarioDialogProps) {
  const formId = useId();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [source, setSource] = useState(isFromFile ? 'file' : 'empty');
  // What was typed stays, whatever is chosen afterwards.
  const [typedName, setTypedName] = useState<string | null>(null);
  const [fileName, setFileName] = useState<string | null>(null);
  const [problem, setProblem] = useState<{ readonly at: 'name' | 'file'; readonly sentence: string }>();
  const file = useScenarioFile(projectId, setFileName);
  const template = scenarioTemplates.find(({ id }) => id === source);
  const suggested = source === 'file' ? fileName : template?.title;
  const name = typedName ?? suggested ?? untitled;

  const { mutate, isPending, error } = useMutation({
    mutationFn: (document: ScenarioDocument | null) =>
      callApi(endpoints.createScenario, {
        params: { projectId },
        body: { name, ...(document ? { document } : {}), ...(folderId === null ? {} : { folderId }) },
      }),
    onSuccess: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: scenarioListKey(projectId) });
      // In place of the address with the open dialog: the way back leads to the list.
      return navigate({
        to: '/projects/$projectId/scenarios/$scenarioId',
        params: { projectId, scenarioId: id },
        replace: true,
      });
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    const named = nameSchema.safeParse({ name });
    if (!named.success) {
      setProblem({ at: 'name', sentence: named.error.issues[0]?.message ?? 'Type a name' });
    } else if (source !== 'file') {
      mutate(template ? template.build(newElementId) : null);
    } else if (file.chosen.status === 'read') {
      mutate(file.chosen.document);
    } else {
      setProblem({ at: 'file', sentence: 'Choose the file to import' });
    }
  };

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="New scenario"
      size="large"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={isPending}>
            {source === 'file' ? 'Import scenario' : 'Create scenario'}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className="flex flex-col gap-4 pt-1" onSubmit={submit}>
        {Boolean(error) && <Banner kind="error">{describeError(error)}</Banner>}
        <Field
          label="Name"
          hint="You can change it at any time"
          error={problem?.at === 'name' ? problem.sentence : undefined}
        >
          <TextField
            autoComplete="off"
            value={name}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => {
              setProblem(undefined);
              setTypedName(event.target.value);
            }}
          />
        </Field>
        <Field label="Start from" isGroup error={problem?.at === 'file' ? problem.sentence : undefined}>
          <SourceChoice
            value={source}
            onChange={(chosen) => {
              setProblem(undefined);
              setSource(chosen);
            }}
          />
        </Field>
        {source === 'file' && (
          <div ref={showAll}>
            <FileSource
              chosen={file.chosen}
              onFile={(chosen) => {
                setProblem(undefined);
                void file.choose(chosen);
              }}
              onClear={file.clear}
            />
          </div>
        )}
      </form>
    </Dialog>
  );
}
