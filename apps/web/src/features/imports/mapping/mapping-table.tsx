import type { ColumnMapping, ColumnTarget, Import, Project } from '@curlew/contract';
import { Table } from '../../../ui/table.tsx';
import type { MappingProblem } from './find-mapping-problems.ts';
import { TargetFields } from './target-fields.tsx';

interface MappingTableProps {
  readonly uploaded: Import;
  readonly mapping: readonly ColumnMapping[];
  readonly categories: Project['consentCategories'];
  readonly problems: readonly MappingProblem[];
  readonly onChange: (column: string, target: ColumnTarget) => void;
}

const mostSamples = 3;

const samplesOf = ({ sample }: Import, index: number): string => {
  const values = sample.map((row) => row[index]?.trim() ?? '').filter((value) => value !== '');
  return [...new Set(values)].slice(0, mostSamples).join(', ');
};

/** The columns of the file, each with a few of its values and where it goes. */
export function MappingTable({ uploaded, mapping, categories, problems, onChange }: MappingTableProps) {
  const suggestions = new Map(uploaded.suggestedMapping.map(({ column, target }) => [column, target]));
  return (
    <Table label="Columns of the file">
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col" className="max-md:hidden">
            Values
          </th>
          <th scope="col">Is imported as</th>
        </tr>
      </thead>
      <tbody>
        {mapping.map((entry) => {
          const samples = samplesOf(uploaded, uploaded.columns.indexOf(entry.column));
          return (
            <tr key={entry.column}>
              <th
                scope="row"
                className="static! z-0! max-w-60 bg-transparent! py-1.5 text-13! font-medium text-ink! max-md:w-1/3 max-md:max-w-0"
              >
                <span className="block truncate">{entry.column}</span>
                <span className="block truncate text-12 font-normal text-ink-faint md:hidden">{samples}</span>
              </th>
              <td className="w-1/3 max-w-0 truncate text-12 text-ink-muted max-md:hidden">
                {samples === '' ? <span className="text-ink-faint">Empty in the first rows</span> : samples}
              </td>
              <td className="py-1.5">
                <TargetFields
                  entry={entry}
                  suggested={suggestions.get(entry.column)}
                  categories={categories}
                  problem={problems.find(({ column }) => column === entry.column)?.sentence ?? null}
                  onChange={(target) => onChange(entry.column, target)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
