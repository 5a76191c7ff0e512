import { endpoints } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../../../lib/api-error.ts';
import { callApi } from '../../../../lib/api.ts';
import type { MessageProps } from '../../message-props.ts';
import type { PreviewEvent } from '../event/preview-event-store.ts';
import { newUuid } from './new-uuid.ts';
import { createPressKeys } from './press-keys.ts';
import { testsQuery } from './tests-query.ts';

interface SendTestInput extends Pick<MessageProps, 'projectId' | 'scenario' | 'node'> {
  readonly customerId: string;
  readonly event: PreviewEvent | null;
  /** As they were typed, empty ones included: errors are told by place. */
  readonly numbers: readonly string[];
}

const noErrors: ReadonlyMap<number, string> = new Map();

/** Sends a test; the same press never sends twice. */
export const useSendTest = ({ projectId, scenario, node, customerId, event, numbers }: SendTestInput) => {
  const queryClient = useQueryClient();
  const [keys] = useState(() => createPressKeys(newUuid, () => Date.now()));
  const { id, number, name, settings } = node;
  const typed = numbers.flatMap((text, place) => (text.trim() === '' ? [] : [{ text, place }]));
  const body = {
    node: { id, number, name, settings },
    customerId,
    event: event && { type: event.type, timestamp: event.timestamp, properties: event.properties },
    numbers: typed.map(({ text }) => text),
  };
  const mutation = useMutation({
    mutationFn: (key: string) =>
      callApi(endpoints.sendTest, {
        params: { projectId, scenarioId: scenario.id },
        body: { ...body, key },
      }),
    onSuccess: (_, key) => keys.answered(key),
    onSettled: () => queryClient.invalidateQueries(testsQuery(projectId, scenario.id)),
  });
  const { error, reset } = mutation;
  const fields = error instanceof ApiError ? error.fields : [];
  const errors =
    fields.length === 0
      ? noErrors
      : new Map(
          fields.map(({ path, message }) => [
            typed[Number(path.replace('numbers.', ''))]?.place ?? 0,
            message,
          ]),
        );
  return {
    send: () => mutation.mutate(keys.keyOf(JSON.stringify(body))),
    isSending: mutation.isPending,
    canSend: typed.length > 0,
    /** By the place of the number. */
    errors,
    /** What no number is to blame for. */
    error: errors.size === 0 ? error : null,
    forgetError: reset,
  };
};
