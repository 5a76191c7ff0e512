import { type ColumnTarget, endpoints, type Import } from '@curlew/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { callApi } from '../../../lib/api.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { formatCount, formatNumber } from '../../../lib/format-number.ts';
import { projectQuery } from '../../../lib/project-query.ts';
import { Banner } from '../../../ui/banner.tsx';
import { buttonClass } from '../../../ui/button-class.ts';
import { Button } from '../../../ui/button.tsx';
import { importKey } from '../import-query.ts';
import { describeIds, findMappingProblems } from './find-mapping-problems.ts';
import { useMappingStore } from './mapping-store.ts';
import { MappingTable } from './mapping-table.tsx';

interface MappingStepProps {
  readonly projectId: string;
  readonly uploaded: Import;
}

/** The second step: what each column is. */
export function MappingStep({ projectId, uploaded }: MappingStepProps) {
  const queryClient = useQueryClient();
  const { data: project } = useQuery(projectQuery(projectId));
  const { draft, setMapping } = useMappingStore();
  const [wasTried, setTried] = useState(false);
  const table = useRef<HTMLDivElement>(null);
  const mapping = draft?.importId === uploaded.id ? draft.mapping : uploaded.suggestedMapping;
  const problems = findMappingProblems(mapping);
  const whole = problems.find(({ column }) => column === null);
  const ids = describeIds(mapping);
  const imported = mapping.filter(({ target }) => target.to !== 'skip').length;

  const run = useMutation({
    mutationFn: () =>
      callApi(endpoints.runImport, {
        params: { projectId, importId: uploaded.id },
        body: { mapping: [...mapping] },
      }),
    onSuccess: (started) => queryClient.setQueryData(importKey(projectId, uploaded.id), started),
  });
  const start = () => {
    setTried(true);
    if (problems.length === 0) run.mutate();
    else table.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  const change = (column: string, target: ColumnTarget) =>
    setMapping(
      uploaded.id,
      mapping.map((entry) => (entry.column === column ? { column, target } : entry)),
    );

  return (
    <>
      <div className="flex flex-col gap-2 border-b px-4 py-3">
        <p className="text-13 text-ink-muted">
          <span className="font-medium text-ink">{uploaded.fileName}</span>:{' '}
          {formatCount(uploaded.columns.length, 'column')}, {formatNumber(imported)} of them imported.{' '}
          {ids !== null && `A row with a known ${ids} updates that customer, any other row adds one.`}
        </p>
        {whole && <Banner kind="error">{whole.sentence}</Banner>}
        {run.error && <Banner kind="error">{describeError(run.error)}</Banner>}
        {wasTried && !whole && problems.length > 0 && (
          <Banner kind="error">
            {formatCount(problems.length, 'column needs', 'columns need')} another look: see the red words
            beside {problems.length === 1 ? 'it' : 'them'}.
          </Banner>
        )}
      </div>
      <div ref={table} className="flex min-h-0 flex-1 flex-col">
        <MappingTable
          uploaded={uploaded}
          mapping={mapping}
          categories={project?.consentCategories ?? []}
          problems={problems}
          onChange={change}
        />
      </div>
      <div className="flex justify-end gap-2 border-t px-4 py-3">
        <Link
          to="/projects/$projectId/customers/import"
          params={{ projectId }}
          className={buttonClass('secondary')}
        >
          Choose another file
        </Link>
        <Button variant="primary" loading={run.isPending} onClick={start}>
          Import customers
        </Button>
      </div>
    </>
  );
}
