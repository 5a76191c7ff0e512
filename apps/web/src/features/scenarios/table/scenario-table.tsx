import type { ScenarioSort, ScenarioSummary } from '@curlew/contract';
import type { ReactNode } from 'react';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { SortHeader } from '../../../ui/sort-header.tsx';
import { Table } from '../../../ui/table.tsx';
import type { ListAddress } from '../list/list-address.ts';
import type { Selection } from '../../../lib/use-selection.ts';
import { ScenarioRow } from './scenario-row.tsx';

interface ScenarioTableProps {
  readonly projectId: string;
  readonly scenarios: readonly ScenarioSummary[];
  readonly address: ListAddress;
  readonly onSort: (sort: ScenarioSort, order: 'asc' | 'desc') => void;
  /** Null for those who may change nothing. */
  readonly selection: Selection | null;
  readonly menuOf: (scenario: ScenarioSummary) => ReactNode;
}

// What one looks for first: the newest of what has a time, the first of what has a name.
const firstOrder: { readonly [S in ScenarioSort]: 'asc' | 'desc' } = {
  updated: 'desc',
  last_run: 'desc',
  name: 'asc',
  status: 'asc',
};

const opposite = { asc: 'desc', desc: 'asc' } as const;

/** The rows of the list under heads that sort it. */
export function ScenarioTable(props: ScenarioTableProps) {
  const { projectId, scenarios, address, onSort, selection, menuOf } = props;
  const { sort = 'updated', order = 'desc' } = address;
  const head = (key: ScenarioSort) => ({
    order: sort === key ? order : null,
    onSort: () => onSort(key, sort === key ? opposite[order] : firstOrder[key]),
  });

  return (
    <Table label="Scenarios">
      <thead>
        <tr>
          {selection && (
            <th scope="col" className="pr-0!">
              <Checkbox label="Select all shown" state={selection.state} onChange={selection.setAll} />
            </th>
          )}
          <SortHeader {...head('name')}>Name</SortHeader>
          <SortHeader {...head('status')}>Status</SortHeader>
          <th scope="col" className="max-xl:hidden">
            Owner
          </th>
          <SortHeader {...head('last_run')} className="max-lg:hidden">
            Last run
          </SortHeader>
          {['Entered', 'Sent', 'Delivered', 'Failed'].map((label) => (
            <th key={label} scope="col" data-align="end" className="max-md:hidden" title="In the last run">
              {label}
            </th>
          ))}
          <SortHeader {...head('updated')} className="max-md:hidden">
            Edited
          </SortHeader>
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
            isSelected={selection?.has(scenario.id) ?? false}
            isInFolder={address.folder !== undefined}
            box={
              selection && (
                <Checkbox
                  label={`Select ${scenario.name}`}
                  state={selection.has(scenario.id) ? 'all' : 'none'}
                  onChange={(isSelected, isRange) => selection.set(scenario.id, isSelected, isRange)}
                />
              )
            }
            menu={menuOf(scenario)}
          />
        ))}
      </tbody>
    </Table>
  );
}
