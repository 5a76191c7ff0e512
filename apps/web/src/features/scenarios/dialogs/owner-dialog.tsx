import { endpoints } from '@curlew/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { callApi } from '../../../lib/api.ts';
import { Field } from '../../../ui/field.tsx';
import { notify } from '../../../ui/notify.ts';
import { Select } from '../../../ui/select.tsx';
import { useRefreshList } from '../change/use-change-scenarios.ts';
import { memberListQuery } from '../list/scenario-list-query.ts';
import type { ChosenScenario } from './chosen-scenario.ts';
import { SimpleDialog } from './simple-dialog.tsx';

const nobody = 'nobody';

/** Says who looks after a scenario. */
export function OwnerDialog({ projectId, scenario, onClose }: ChosenScenario) {
  const members = useQuery(memberListQuery(projectId));
  const refresh = useRefreshList(projectId);
  const [chosen, setChosen] = useState(scenario.owner?.id ?? nobody);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      callApi(endpoints.changeScenario, {
        params: { projectId, scenarioId: scenario.id },
        body: { ownerId: chosen === nobody ? null : chosen },
      }),
    onSuccess: async ({ owner }) => {
      await refresh();
      notify.done(
        owner ? `${owner.name} looks after “${scenario.name}” now.` : `Nobody owns “${scenario.name}” now.`,
      );
      onClose();
    },
  });
  const people = members.data ?? [];
  const options = people.map(({ id, name, email }) => {
    const isAlone = people.filter((other) => other.name === name).length === 1;
    return { value: id, label: isAlone ? name : `${name} (${email})` };
  });
  // Whoever left the project still stands there until somebody else is chosen.
  const { owner } = scenario;
  const former =
    owner && members.isSuccess && !people.some(({ id }) => id === owner.id)
      ? [{ value: owner.id, label: `${owner.name} (not in this project any more)`, isDisabled: true }]
      : [];

  return (
    <SimpleDialog
      title={`Owner of “${scenario.name}”`}
      submitLabel="Change owner"
      error={error ?? members.error}
      isWorking={isPending}
      onSubmit={() => (chosen === (owner?.id ?? nobody) ? onClose() : mutate())}
      onClose={onClose}
    >
      <Field label="Owner" hint="Any member of this project">
        <Select
          options={[{ value: nobody, label: 'Nobody' }, ...former, ...options]}
          value={chosen}
          onChange={setChosen}
        />
      </Field>
    </SimpleDialog>
  );
}
