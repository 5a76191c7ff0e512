import type { UnknownMessage, UnknownSelection } from '@curlew/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { CircleCheck, X } from 'lucide-react';
import { useState } from 'react';
import { describeError } from '../../../lib/error-sentences.ts';
import { useMayActAs } from '../../../lib/use-may-act-as.ts';
import { useSelection } from '../../../lib/use-selection.ts';
import { Banner } from '../../../ui/banner.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { type OutboxScope, outboxCountsQuery, unknownQuery } from '../outbox-queries.ts';
import { SendingNote } from './sending-note.tsx';
import { SettleDialog } from './settle-dialog.tsx';
import { UnknownBar } from './unknown-bar.tsx';
import { UnknownRowMenu } from './unknown-row-menu.tsx';
import { UnknownTable } from './unknown-table.tsx';
import { type UnknownRequest, useUnknownActions } from './use-unknown-actions.ts';

const refreshMs = 10_000;

/** Messages of which nobody can say whether they were sent, and what can be done about them. */
export function UnknownList({ scope }: { readonly scope: OutboxScope }) {
  const { projectId } = scope;
  const counts = useQuery(outboxCountsQuery(scope)).data;
  const mayAct = useMayActAs(projectId, 'editor');
  const list = useInfiniteQuery({
    ...unknownQuery(scope),
    refetchInterval: ({ state }) => (state.data && state.data.pages.length === 1 ? refreshMs : false),
  });
  const messages = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const selection = useSelection(messages.map(({ id }) => id));
  const actions = useUnknownActions(projectId);
  const [asked, setAsked] = useState<UnknownRequest | null>(null);

  const run = (request: UnknownRequest): void => actions.mutate(request, { onSettled: () => setAsked(null) });
  // Asking changes nothing that is not so; a decision is asked for first.
  const act = (request: UnknownRequest): void => {
    if (actions.isPending) return;
    if (request.action === 'ask') run(request);
    else setAsked(request);
  };
  const menuOf = (message: UnknownMessage) => <UnknownRowMenu message={message} onAct={act} />;
  const scenarioOf = (of: UnknownSelection): string =>
    of.kind === 'run' ? (messages.find(({ runId }) => runId === of.runId)?.scenarioName ?? '') : '';

  return (
    <div className="flex h-full flex-col">
      {selection.ids.length > 0 && mayAct && (
        <UnknownBar
          count={selection.ids.length}
          working={actions.isPending ? actions.variables.action : null}
          onAct={(action) => act({ action, selection: { kind: 'messages', ids: [...selection.ids] } })}
          onClear={() => selection.setAll(false)}
        />
      )}
      {(actions.isSuccess || actions.isError) && (
        <div className="px-4 py-2">
          <Banner
            kind={actions.isError ? 'error' : 'info'}
            action={
              <IconButton
                size="small"
                label="Close this note"
                icon={<X />}
                tooltipSide="left"
                onClick={() => actions.reset()}
              />
            }
          >
            {actions.isError ? `Not all of it was done: ${describeError(actions.error)}` : actions.data}
          </Banner>
        </div>
      )}
      {counts && <SendingNote sending={counts.sending} />}
      {list.isPending && <Skeleton label="Loading unknown messages" rows={8} />}
      {list.isError && messages.length === 0 && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && messages.length === 0 && (
        <EmptyState
          icon={<CircleCheck />}
          sentence={`No message is unknown${scope.runId === null ? '' : ' in this run'}. One whose request got no answer that says what became of it, and that the operator cannot speak of, is listed here.`}
        />
      )}
      {messages.length > 0 && (
        <>
          <p className="max-w-200 px-4 py-3 text-13 text-ink-muted">
            No answer that says what became of them came to the requests these messages left in, so nobody can
            say whether they were sent. They are not sent again, so that nobody gets them twice. A report that
            still comes settles them; else ask the operator, or decide. A new run of the scenario would also
            reach those who got theirs, unless a frequency policy or a condition leaves them out.
          </p>
          <UnknownTable
            projectId={projectId}
            messages={messages}
            selection={mayAct ? selection : null}
            menuOf={menuOf}
          />
          <LoadMore
            shown={messages.length}
            {...(counts && !counts.unknown.isMore
              ? { total: Math.max(counts.unknown.count, messages.length) }
              : {})}
            noun={messages.length === 1 ? 'message' : 'messages'}
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            error={list.isFetchNextPageError ? list.error : null}
            onLoad={() => void list.fetchNextPage()}
          />
        </>
      )}
      {asked && asked.action !== 'ask' && (
        <SettleDialog
          selection={asked.selection}
          as={asked.action}
          scenarioName={scenarioOf(asked.selection)}
          isWorking={actions.isPending}
          onConfirm={() => run(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}
