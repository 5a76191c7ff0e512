import { endpoints, type Scenario } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';
import { notify } from '../../../ui/notify.ts';
import { scenarioQuery } from '../scenario-query.ts';

/** Renames a scenario: shown at once, taken back when the server does not want it. */
export const useRename = (projectId: string, scenarioId: string): ((name: string) => void) => {
  const queryClient = useQueryClient();
  const { queryKey } = scenarioQuery(projectId, scenarioId);
  const show = (name: string): void => {
    queryClient.setQueryData<Scenario>(queryKey, (scenario) => scenario && { ...scenario, name });
  };
  const { mutate } = useMutation({
    mutationFn: (name: string) =>
      callApi(endpoints.changeScenario, { params: { projectId, scenarioId }, body: { name } }),
    onMutate: (name) => {
      const before = queryClient.getQueryData<Scenario>(queryKey)?.name ?? name;
      show(name);
      return { before };
    },
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['scenarios', projectId] }),
    onError: (error, _, context) => {
      if (context) show(context.before);
      notify.failed(`The scenario was not renamed: ${error.message}`);
    },
  });
  return mutate;
};
