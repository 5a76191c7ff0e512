import type { ScenarioSummary } from '@curlew/contract';
import { useState } from 'react';
import { useMayActAs } from '../../lib/use-may-act-as.ts';
import { Table } from '../../ui/table.tsx';
import { DeleteScenarioDialog } from './delete-scenario-dialog.tsx';
import { RenameScenarioDialog } from './rename-scenario-dialog.tsx';
import { ScenarioRowMenu } from './scenario-row-menu.tsx';
import { ScenarioRow } from './scenario-row.tsx';

interface ScenarioTableProps {
  readonly projectId: string;
  readonly scenarios: readonly ScenarioSummary[];
}

interface Chosen {
  readonly scenario: ScenarioSummary;
  readonly to: 'rename' | 'delete';
}

export function ScenarioTable({ projectId, scenarios }: ScenarioTableProps) {
  const mayEdit = useMayActAs(projectId, 'editor');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const onClose = () => setChosen(null);

  return (
    <>
      <Table label="Scenarios">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Status</th>
            <th scope="col" className="max-md:hidden">
              Last edited
            </th>
            <th scope="col" className="max-lg:hidden">
              Last run
            </th>
            {['Enrolled', 'Sent', 'Delivered', 'Failed'].map((label) => (
              <th key={label} scope="col" data-align="end" className="max-md:hidden" title="In the last run">
                {label}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {scenarios.map((scenario) => (
            <ScenarioRow
              key={scenario.id}
              projectId={projectId}
              scenario={scenario}
              menu={
                mayEdit && (
                  <ScenarioRowMenu
                    scenario={scenario}
                    onRename={() => setChosen({ scenario, to: 'rename' })}
                    onDelete={() => setChosen({ scenario, to: 'delete' })}
                  />
                )
              }
            />
          ))}
        </tbody>
      </Table>
      {chosen?.to === 'rename' && (
        <RenameScenarioDialog projectId={projectId} scenario={chosen.scenario} onClose={onClose} />
      )}
      {chosen?.to === 'delete' && (
        <DeleteScenarioDialog projectId={projectId} scenario={chosen.scenario} onClose={onClose} />
      )}
    </>
  );
}
