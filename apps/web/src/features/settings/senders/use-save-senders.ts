import { endpoints, type MessageSettings } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { messageSettingsQuery } from '../../../lib/message-settings-query.ts';
import { notify } from '../../../ui/notify.ts';

/** Saves the list at once; it shows what is asked for while the server answers, and goes back when it refuses. */
export const useSaveSenders = (projectId: string) => {
  const client = useQueryClient();
  const { queryKey } = messageSettingsQuery(projectId);
  return useMutation({
    scope: { id: `senders ${projectId}` },
    mutationFn: (senders: MessageSettings['senders']) =>
      callApi(endpoints.changeMessageSettings, { params: { projectId }, body: { senders } }),
    onMutate: async (senders) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, (settings) => settings && { ...settings, senders });
      return { before };
    },
    onSuccess: (settings) => client.setQueryData(queryKey, settings),
    onError: (error, _senders, made) => {
      client.setQueryData(queryKey, made?.before);
      notify.failed(describeError(error));
    },
  });
};
