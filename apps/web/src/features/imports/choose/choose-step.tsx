import { endpoints } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ApiError } from '../../../lib/api-error.ts';
import { callApi } from '../../../lib/api.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { formatBytes } from '../../../lib/format-bytes.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { DropZone } from '../../../ui/drop-zone.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { importKey } from '../import-query.ts';
import { findFileProblem } from './find-file-problem.ts';

interface ChooseStepProps {
  readonly projectId: string;
}

const longestName = 255;

class FileProblem extends Error {}

// The same file would only be refused again.
const isOfTheFile = (error: Error): boolean =>
  error instanceof FileProblem ||
  (error instanceof ApiError && (error.code === 'file_unreadable' || error.code === 'file_too_large'));

/** The first step: a file is chosen and sent. */
export function ChooseStep({ projectId }: ChooseStepProps) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const upload = useMutation({
    mutationFn: (file: File) => {
      const problem = findFileProblem(file);
      if (problem !== null) throw new FileProblem(problem);
      return callApi(endpoints.uploadImport, {
        params: { projectId },
        query: { fileName: file.name.slice(-longestName) },
        // Systems name the type of such files differently, or not at all.
        body: new Blob([file], { type: 'text/csv' }),
      });
    },
    onSuccess: (uploaded) => {
      queryClient.setQueryData(importKey(projectId, uploaded.id), uploaded);
      return navigate({
        to: '/projects/$projectId/customers/import',
        params: { projectId },
        search: { import: uploaded.id },
      });
    },
  });
  const { error, variables: file, isPending } = upload;

  return (
    <div className="mx-auto flex w-full max-w-140 flex-col gap-4">
      {error && file && (
        <Banner
          kind="error"
          action={
            !isOfTheFile(error) && (
              <Button size="small" onClick={() => upload.mutate(file)}>
                Try again
              </Button>
            )
          }
        >
          {error instanceof FileProblem ? error.message : describeError(error)}
        </Banner>
      )}
      {isPending && file ? (
        <output className="flex items-center justify-center gap-2 rounded-card border bg-surface-sunken px-4 py-12 text-14">
          <Spinner /> Sending {file.name} ({formatBytes(file.size)})
        </output>
      ) : (
        <DropZone
          label="Choose a CSV file, or drop it here"
          hint="UTF-8, the names of the columns in the first line, at most 50 MB"
          accept=".csv,.tsv,.txt,text/csv"
          onFile={(chosen) => upload.mutate(chosen)}
        />
      )}
      <p className="text-13 text-ink-muted">
        Next you say what each column is. A row whose id is known updates that customer, any other row adds
        one. A row that cannot be read is listed with its line and reason and does not stop the others.
      </p>
    </div>
  );
}
