import { Archive, FolderOpen, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import type { ListAddress } from './list-address.ts';

interface NothingFoundProps {
  readonly address: ListAddress;
  /** The button that makes a scenario; null for those who may not. */
  readonly newButton: ReactNode;
  readonly onClearSearch: () => void;
  readonly onClearAll: () => void;
}

/** In place of the rows: why there are none, and the way to some. */
export function NothingFound({ address, newButton, onClearSearch, onClearAll }: NothingFoundProps) {
  const { search, status, tag, folder, owner } = address;
  const isNarrowed =
    tag !== undefined || owner !== undefined || (status !== undefined && status !== 'archived');
  if (search !== undefined && !isNarrowed && folder === undefined && status === undefined)
    return (
      <EmptyState
        icon={<SearchX />}
        sentence={`No scenario has “${search}” in its name or tags.`}
        action={<Button onClick={onClearSearch}>Clear the search</Button>}
      />
    );
  if (search !== undefined || isNarrowed)
    return (
      <EmptyState
        icon={<SearchX />}
        sentence="No scenario is all that you ask for."
        action={<Button onClick={onClearAll}>Clear search and filters</Button>}
      />
    );
  if (status === 'archived')
    return (
      <EmptyState
        icon={<Archive />}
        sentence="Nothing is archived here. What is done with goes into the archive, keeps its numbers, and can come back."
        action={<Button onClick={onClearAll}>Show all scenarios</Button>}
      />
    );
  return (
    <EmptyState
      icon={<FolderOpen />}
      sentence="Nothing lies here yet. Move scenarios in from their menus, or start one here."
      action={newButton}
    />
  );
}
