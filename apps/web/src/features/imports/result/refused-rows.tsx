import { useInfiniteQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { buttonClass } from '../../../ui/button-class.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Table } from '../../../ui/table.tsx';
import { importErrorsQuery } from './import-errors-query.ts';

interface RefusedRowsProps {
  readonly projectId: string;
  readonly importId: string;
}

/** Every row that was not imported: where it stands in the file, why, and what it says. */
export function RefusedRows({ projectId, importId }: RefusedRowsProps) {
  const list = useInfiniteQuery(importErrorsQuery(projectId, importId));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section aria-label="Refused rows" className="flex flex-col overflow-hidden rounded-card border">
      <header className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-2">
        <h2 className="text-14 font-semibold">Refused rows</h2>
        <a
          href={`/api/projects/${projectId}/imports/${importId}/errors.csv`}
          download
          className={buttonClass('secondary', 'small')}
        >
          <Download aria-hidden />
          Download report
        </a>
      </header>
      {list.isPending && <Skeleton label="Loading the refused rows" />}
      {list.isError && rows.length === 0 && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {rows.length > 0 && (
        <>
          <Table label="Rows with their reasons">
            <thead>
              <tr>
                <th scope="col" data-align="end">
                  Line
                </th>
                <th scope="col">Reason</th>
                <th scope="col" className="max-md:hidden">
                  Row
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ line, reason, row }) => (
                <tr key={line}>
                  <td data-align="end" className="w-16 align-top py-2.5 text-ink-muted">
                    {line}
                  </td>
                  <td className="min-w-60 py-2.5 align-top">
                    {reason}
                    <span className="mt-1 block font-mono text-12 break-all text-ink-faint md:hidden">
                      {row}
                    </span>
                  </td>
                  <td className="w-1/2 py-2.5 align-top font-mono text-12 leading-5 break-all text-ink-faint max-md:hidden">
                    {row}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
          <LoadMore
            shown={rows.length}
            total={list.data?.pages.at(-1)?.total ?? null}
            noun="refused rows"
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            error={list.isFetchNextPageError ? list.error : null}
            onLoad={() => void list.fetchNextPage()}
          />
        </>
      )}
    </section>
  );
}
