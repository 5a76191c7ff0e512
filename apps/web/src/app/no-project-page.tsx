import { FolderOpen } from 'lucide-react';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

/** The start page of a person who belongs to no project. */
export function NoProjectPage() {
  return (
    <Page title="No project yet">
      <EmptyState
        icon={<FolderOpen />}
        sentence="You belong to no project. Ask the owner of one to add you."
      />
    </Page>
  );
}
