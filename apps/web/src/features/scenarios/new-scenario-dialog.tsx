import { endpoints } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { callApi } from '../../lib/api.ts';
import { scenarioListKey } from './scenario-list-query.ts';
import { ScenarioNameDialog } from './scenario-name-dialog.tsx';

interface NewScenarioDialogProps {
  readonly projectId: string;
  readonly onClose: () => void;
}

/** Creates a draft and opens it. */
export function NewScenarioDialog({ projectId, onClose }: NewScenarioDialogProps) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (name: string) =>
      callApi(endpoints.createScenario, { params: { projectId }, body: { name } }),
    onSuccess: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: scenarioListKey(projectId) });
      // In place of the address with the open dialog: the way back leads to the list.
      return navigate({
        to: '/projects/$projectId/scenarios/$scenarioId',
        params: { projectId, scenarioId: id },
        replace: true,
      });
    },
  });

  return (
    <ScenarioNameDialog
      title="New scenario"
      submitLabel="Create scenario"
      name="Untitled scenario"
      hint="You can change it at any time"
      error={error}
      isWorking={isPending}
      onSubmit={mutate}
      onClose={onClose}
    />
  );
}
