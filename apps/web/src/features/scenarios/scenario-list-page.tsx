import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { isId } from '../../lib/is-id.ts';
import { useAddressText } from '../../lib/use-address-text.ts';
import { useMayActAs } from '../../lib/use-may-act-as.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { NewScenarioDialog } from './create/new-scenario-dialog.tsx';
import { FolderRail } from './folders/folder-rail.tsx';
import { isFiltered } from './list/list-address.ts';
import { ListFilters } from './list/list-filters.tsx';
import { NoScenarios } from './list/no-scenarios.tsx';
import { NothingFound } from './list/nothing-found.tsx';
import { folderListQuery } from './list/scenario-list-query.ts';
import { ScenarioList } from './list/scenario-list.tsx';
import { useListAddress } from './list/use-list-address.ts';

const route = getRouteApi('/projects/$projectId/scenarios');
const unfiltered = {
  search: undefined,
  status: undefined,
  tag: undefined,
  folder: undefined,
  owner: undefined,
} as const;

/** All scenarios of a project: found, filtered, sorted, put into folders. */
export function ScenarioListPage() {
  const { projectId } = route.useParams();
  const { address, change, replace } = useListAddress();
  const mayEdit = useMayActAs(projectId, 'editor');
  const { text, settled, setText } = useAddressText(address.search ?? '', (search) =>
    replace({ search: search === '' ? undefined : search }),
  );
  const { data: folders } = useQuery(folderListQuery(projectId));
  const search = settled.trim();
  const { search: _, ...rest } = address;
  const asked = { ...rest, ...(search === '' ? {} : { search }) };
  const isEmpty =
    folders?.all.scenarioCount === 0 && folders.all.archivedCount === 0 && folders.folders.length === 0;
  const hasNone = isEmpty && text === '' && !isFiltered(asked);

  const newButton = mayEdit ? (
    <Button variant="primary" icon={<Plus />} onClick={() => change({ isNew: true })}>
      New scenario
    </Button>
  ) : null;

  return (
    <Page title="Scenarios" layout="fill" actions={hasNone ? null : newButton}>
      {hasNone ? (
        <NoScenarios action={newButton} />
      ) : (
        <div className="flex min-h-0 flex-1 max-lg:flex-col">
          {folders && (
            <FolderRail
              projectId={projectId}
              list={folders}
              chosen={address.folder}
              isArchive={address.status === 'archived'}
              mayEdit={mayEdit}
              onChoose={(folder) => change({ folder })}
            />
          )}
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            <ListFilters
              projectId={projectId}
              address={address}
              searchText={text}
              onSearch={setText}
              onChange={change}
            />
            <ScenarioList
              projectId={projectId}
              address={asked}
              mayEdit={mayEdit}
              onSort={(sort, order) => change({ sort, order })}
              nothing={
                <NothingFound
                  address={asked}
                  newButton={newButton}
                  onClearSearch={() => setText('')}
                  onClearAll={() => {
                    setText('');
                    change(unfiltered);
                  }}
                />
              }
            />
          </div>
        </div>
      )}
      {address.isNew && mayEdit && (
        <NewScenarioDialog
          projectId={projectId}
          folderId={address.folder !== undefined && isId(address.folder) ? address.folder : null}
          isFromFile={address.from === 'file'}
          onClose={() => change({ isNew: undefined, from: undefined })}
        />
      )}
    </Page>
  );
}
