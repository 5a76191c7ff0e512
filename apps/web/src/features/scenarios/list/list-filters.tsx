import type { ScenarioStatus } from '@curlew/contract';
import { useQuery } from '@tanstack/react-query';
import { SearchField } from '../../../ui/search-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import type { ListAddress } from './list-address.ts';
import { memberListQuery, tagListQuery } from './scenario-list-query.ts';

interface ListFiltersProps {
  readonly projectId: string;
  readonly address: ListAddress;
  readonly searchText: string;
  readonly onSearch: (text: string) => void;
  readonly onChange: (changes: {
    readonly status?: ScenarioStatus | undefined;
    readonly tag?: string | undefined;
    readonly owner?: string | undefined;
  }) => void;
}

const any = '';

const statuses = [
  { value: any, label: 'Any status' },
  { value: 'draft', label: 'Draft' },
  { value: 'active', label: 'Running or paused' },
  { value: 'finishing', label: 'Finishing' },
  { value: 'inactive', label: 'Finished or stopped' },
] as const;

/** What the address asks for stays on offer, even when nothing of it is left. */
const withChosen = (
  options: readonly { readonly value: string; readonly label: string }[],
  chosen: string | undefined,
) =>
  chosen === undefined || options.some(({ value }) => value === chosen)
    ? options
    : [...options, { value: chosen, label: chosen }];

/** Above the list: what is searched, and what is left out. */
export function ListFilters({ projectId, address, searchText, onSearch, onChange }: ListFiltersProps) {
  const { data: tags = [] } = useQuery(tagListQuery(projectId));
  const { data: members = [] } = useQuery(memberListQuery(projectId));
  const isArchive = address.status === 'archived';
  return (
    <search className="flex flex-wrap items-center gap-2 border-b px-4 py-2">
      <SearchField
        label="Search scenarios"
        placeholder="Search names and tags"
        value={searchText}
        onChange={onSearch}
      />
      <div className="flex flex-wrap gap-2 max-md:w-full max-md:*:min-w-0 max-md:*:flex-1 md:*:w-36">
        {!isArchive && (
          <div>
            <Select
              aria-label="Status"
              options={statuses}
              value={address.status ?? any}
              onChange={(status) => onChange({ status: status === any ? undefined : status })}
            />
          </div>
        )}
        <div>
          <Select
            aria-label="Tag"
            options={withChosen(
              [{ value: any, label: 'Any tag' }, ...tags.map(({ name }) => ({ value: name, label: name }))],
              address.tag,
            )}
            value={address.tag ?? any}
            onChange={(tag) => onChange({ tag: tag === any ? undefined : tag })}
          />
        </div>
        <div>
          <Select
            aria-label="Owner"
            options={withChosen(
              [
                { value: any, label: 'Any owner' },
                ...members.map(({ id, name }) => ({ value: id, label: name })),
                { value: 'nobody', label: 'Nobody' },
              ],
              address.owner,
            )}
            value={address.owner ?? any}
            onChange={(owner) => onChange({ owner: owner === any ? undefined : owner })}
          />
        </div>
      </div>
      <div className="md:ml-auto">
        <Switch
          label="Archive"
          isOn={isArchive}
          onChange={(isOn) => onChange({ status: isOn ? 'archived' : undefined })}
        />
      </div>
    </search>
  );
}
