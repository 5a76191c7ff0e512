import { endpoints, type ScenarioChange, type ScenarioSummary } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { notify } from '../../../ui/notify.ts';
import { folderListQuery, scenarioListKey } from '../list/scenario-list-query.ts';
import { describeDone, describeRefused, undoOf } from './describe-change.ts';

interface AskedChange {
  readonly scenarios: readonly ScenarioSummary[];
  readonly change: ScenarioChange;
}

/** Changes one or several scenarios, says what became of it, and offers to take it back. */
export const useChangeScenarios = (projectId: string) => {
  const queryClient = useQueryClient();
  const send = (ids: readonly string[], change: ScenarioChange) =>
    callApi(endpoints.changeScenarios, { params: { projectId }, body: { ids: [...ids], change } });
  // The list, and the page of a scenario where one is open.
  const refresh = () =>
    queryClient.invalidateQueries({
      predicate: ({ queryKey: [of, project] }) =>
        (of === 'scenarios' || of === 'scenario') && project === projectId,
    });

  const undo = async (steps: ReturnType<typeof undoOf>): Promise<void> => {
    try {
      for (const { ids, change } of steps) await send(ids, change);
      notify.done('Undone.');
    } catch (error) {
      notify.failed(`That could not be undone: ${describeError(error)}`);
    }
    await refresh();
  };

  return useMutation({
    mutationFn: ({ scenarios, change }: AskedChange) =>
      send(
        scenarios.map(({ id }) => id),
        change,
      ),
    onSuccess: async (result, { scenarios, change }) => {
      await refresh();
      const { folders } = queryClient.getQueryData(folderListQuery(projectId).queryKey) ?? { folders: [] };
      const done = describeDone({ change, scenarios, result, folders });
      const refused = describeRefused({ scenarios, result });
      const steps = undoOf({ change, scenarios, result });
      const action = steps.length > 0 ? { label: 'Undo', onClick: () => void undo(steps) } : undefined;
      // All in one: a second toast would lie over the way back.
      const sentence = [...(done === null ? [] : [done]), ...refused].join(' ');
      if (refused.length > 0) notify.failed(sentence, action);
      else notify.done(sentence === '' ? 'It was so already.' : sentence, action);
    },
    onError: (error) => notify.failed(describeError(error)),
  });
};

/** What all lists of a project's scenarios know is asked again. */
export const useRefreshList = (projectId: string): (() => Promise<void>) => {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: scenarioListKey(projectId) });
};
