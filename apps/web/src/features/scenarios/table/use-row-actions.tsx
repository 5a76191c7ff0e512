import { endpoints, type ScenarioSummary } from '@curlew/contract';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ComponentType, type ReactNode, useState } from 'react';
import { callApi } from '../../../lib/api.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { notify } from '../../../ui/notify.ts';
import { useChangeScenarios, useRefreshList } from '../change/use-change-scenarios.ts';
import type { ChosenScenario } from '../dialogs/chosen-scenario.ts';
import { DeleteScenarioDialog } from '../dialogs/delete-scenario-dialog.tsx';
import { MoveDialog } from '../dialogs/move-dialog.tsx';
import { OwnerDialog } from '../dialogs/owner-dialog.tsx';
import { RenameScenarioDialog } from '../dialogs/rename-scenario-dialog.tsx';
import { TagsDialog } from '../dialogs/tags-dialog.tsx';
import { downloadScenario } from '../file/download-scenario.ts';
import type { AskingAction, RowAction } from './scenario-row-menu.tsx';

interface Asked {
  readonly scenario: ScenarioSummary;
  readonly action: AskingAction;
}

function MoveOneDialog({ projectId, scenario, onClose }: ChosenScenario) {
  return <MoveDialog projectId={projectId} scenarios={[scenario]} onClose={onClose} />;
}

const dialogs: { readonly [A in AskingAction]: ComponentType<ChosenScenario> } = {
  rename: RenameScenarioDialog,
  move: MoveOneDialog,
  tags: TagsDialog,
  owner: OwnerDialog,
  delete: DeleteScenarioDialog,
};

/** Does what the menu of a row offers; `dialog` is what asks more, where something does. */
export const useRowActions = (
  projectId: string,
): { readonly act: (scenario: ScenarioSummary, action: RowAction) => void; readonly dialog: ReactNode } => {
  const navigate = useNavigate();
  const refresh = useRefreshList(projectId);
  const change = useChangeScenarios(projectId);
  const [asked, setAsked] = useState<Asked | null>(null);

  const open = (scenarioId: string) =>
    void navigate({ to: '/projects/$projectId/scenarios/$scenarioId', params: { projectId, scenarioId } });
  const copy = useMutation({
    mutationFn: ({ id }: ScenarioSummary) =>
      callApi(endpoints.copyScenario, { params: { projectId, scenarioId: id } }),
    onSuccess: async (made) => {
      await refresh();
      notify.done(`“${made.name}” is made.`, { label: 'Open', onClick: () => open(made.id) });
    },
    onError: (error) => notify.failed(`The scenario was not duplicated: ${describeError(error)}`),
  });
  const download = useMutation({
    mutationFn: ({ id }: ScenarioSummary) => downloadScenario(projectId, id),
    onSuccess: (fileName) => notify.done(`Exported as ${fileName}.`),
    onError: (error) => notify.failed(`The scenario was not exported: ${describeError(error)}`),
  });

  const act = (scenario: ScenarioSummary, action: RowAction): void => {
    if (action === 'open') open(scenario.id);
    else if (action === 'duplicate') copy.mutate(scenario);
    else if (action === 'export') download.mutate(scenario);
    else if (action === 'archive' || action === 'restore')
      change.mutate({ scenarios: [scenario], change: { kind: action } });
    else setAsked({ scenario, action });
  };

  const AskedDialog = asked && dialogs[asked.action];
  const dialog = AskedDialog && (
    <AskedDialog projectId={projectId} scenario={asked.scenario} onClose={() => setAsked(null)} />
  );
  return { act, dialog };
};
