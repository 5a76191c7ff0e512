import { endpoints } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';
import { notify } from '../../../ui/notify.ts';
import type { ChosenScenario } from './chosen-scenario.ts';
import { NameDialog } from './name-dialog.tsx';

/** Gives a scenario another name. */
export function RenameScenarioDialog({ projectId, scenario, onClose }: ChosenScenario) {
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (name: string) =>
      callApi(endpoints.changeScenario, {
        params: { projectId, scenarioId: scenario.id },
        body: { name },
      }),
    onSuccess: async ({ name }) => {
      await queryClient.invalidateQueries({ queryKey: ['scenarios', projectId] });
      notify.done(`“${scenario.name}” is now “${name}”.`);
      onClose();
    },
  });

  return (
    <NameDialog
      title="Rename scenario"
      submitLabel="Rename"
      name={scenario.name}
      error={error}
      isWorking={isPending}
      onSubmit={mutate}
      onClose={onClose}
    />
  );
}
