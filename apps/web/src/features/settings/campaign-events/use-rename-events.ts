import { endpoints } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';
import { notify } from '../../../ui/notify.ts';
import { eventNamesQuery } from './event-names-query.ts';

/** Names the campaign events that are written from now on. */
export const useRenameEvents = (projectId: string) => {
  const client = useQueryClient();
  const { queryKey } = eventNamesQuery(projectId);
  return useMutation({
    mutationFn: (name: string) =>
      callApi(endpoints.renameCampaignEvents, { params: { projectId }, body: { name } }),
    onSuccess: (names) => {
      client.setQueryData(queryKey, names);
      notify.done(`Saved: campaign events are named ${names.name} from now on`);
    },
  });
};
