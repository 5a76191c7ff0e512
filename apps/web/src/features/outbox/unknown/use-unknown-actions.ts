import { endpoints, type UnknownSelection } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';
import { outboxKey } from '../outbox-queries.ts';
import { addAsked, describeAsked, describeSettled, type UnknownAction } from './unknown-words.ts';

export interface UnknownRequest {
  readonly action: UnknownAction;
  readonly selection: UnknownSelection;
}

// As many as the API takes in one call.
const mostIds = 200;

const portionsOf = (selection: UnknownSelection): readonly UnknownSelection[] => {
  if (selection.kind === 'run') return [selection];
  const { ids } = selection;
  return Array.from({ length: Math.ceil(ids.length / mostIds) }, (_, index) => ({
    kind: 'messages',
    ids: ids.slice(index * mostIds, (index + 1) * mostIds),
  }));
};

const ask = async (projectId: string, selection: UnknownSelection) => {
  let cursor: string | null = null;
  let told: Parameters<typeof describeAsked>[0] = { sent: 0, stays: [] };
  do {
    const reply: { sent: number; stays: { messages: number; why: string }[]; nextCursor: string | null } =
      await callApi(endpoints.askUnknown, {
        params: { projectId },
        body: { selection, ...(cursor === null ? {} : { cursor }) },
      });
    told = addAsked(told, reply);
    cursor = reply.nextCursor;
  } while (cursor !== null);
  return told;
};

const settle = async (projectId: string, selection: UnknownSelection, as: 'sent' | 'failed') => {
  let sum = 0;
  for (;;) {
    const { settled, hasMore } = await callApi(endpoints.settleUnknown, {
      params: { projectId },
      body: { selection, as },
    });
    sum += settled;
    if (!hasMore) return sum;
  }
};

const carryOut = async (projectId: string, { action, selection }: UnknownRequest): Promise<string> => {
  const portions = portionsOf(selection);
  if (action === 'ask') {
    let told: Parameters<typeof describeAsked>[0] = { sent: 0, stays: [] };
    for (const portion of portions) told = addAsked(told, await ask(projectId, portion));
    return describeAsked(told);
  }
  let settled = 0;
  for (const portion of portions) settled += await settle(projectId, portion, action);
  return describeSettled(settled, action);
};

/** Asks or decides about unknown messages, call by call until all are done; gives what came of it in words. */
export const useUnknownActions = (projectId: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (request: UnknownRequest) => carryOut(projectId, request),
    // Also after a failure: what came before it is done.
    onSettled: () => queryClient.invalidateQueries({ queryKey: outboxKey(projectId) }),
  });
};
