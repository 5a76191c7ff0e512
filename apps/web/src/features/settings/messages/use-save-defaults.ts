import { endpoints } from '@curlew/contract';
import type { MessageDefaults } from '@curlew/scenario';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { messageSettingsQuery } from '../../../lib/message-settings-query.ts';
import { notify } from '../../../ui/notify.ts';

/** Saves what messages follow where their node says nothing else. */
export const useSaveDefaults = (projectId: string) => {
  const client = useQueryClient();
  const { queryKey } = messageSettingsQuery(projectId);
  return useMutation({
    mutationFn: (defaults: MessageDefaults) =>
      callApi(endpoints.changeMessageSettings, { params: { projectId }, body: { defaults } }),
    onSuccess: (settings) => {
      client.setQueryData(queryKey, settings);
      notify.done('Saved: messages that leave it to the project follow this from now on');
    },
    onError: (error) => notify.failed(describeError(error)),
  });
};
