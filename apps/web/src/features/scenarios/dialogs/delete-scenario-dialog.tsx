import { endpoints } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { Banner } from '../../../ui/banner.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { notify } from '../../../ui/notify.ts';
import type { ChosenScenario } from './chosen-scenario.ts';
import { scenarioListKey } from '../list/scenario-list-query.ts';

/** Deletes a scenario that never ran, once it was confirmed. */
export function DeleteScenarioDialog({ projectId, scenario, onClose }: ChosenScenario) {
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => callApi(endpoints.deleteScenario, { params: { projectId, scenarioId: scenario.id } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: scenarioListKey(projectId) });
      notify.done(`“${scenario.name}” is deleted.`);
      onClose();
    },
  });

  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={`Delete “${scenario.name}”?`}
      description={
        <div className="flex flex-col gap-3">
          <p>Its drawing and messages will be gone. This cannot be undone.</p>
          {error && <Banner kind="error">{describeError(error)}</Banner>}
        </div>
      }
      confirmLabel="Delete scenario"
      isDangerous
      isWorking={isPending}
      onConfirm={() => mutate()}
    />
  );
}
