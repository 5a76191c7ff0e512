import { useQuery } from '@tanstack/react-query';
import { noteOf } from '../../../../lib/note-of.ts';
import { projectQuery } from '../../../../lib/project-query.ts';
import { Select } from '../../../../ui/select.tsx';
import { useSettings } from '../settings/settings-context.ts';
import { categoryOptions } from './category-options.ts';
import { EntryBox } from './entry-box.tsx';

interface CategorySelectProps {
  readonly path: 'categoryId' | `filter.groups.${number}.conditions.${number}.categoryId`;
  readonly value: string | null;
  readonly size?: 'medium' | 'small';
}

/** One of the project's consent categories, in a row of several controls. */
export function CategorySelect({ path, value, size = 'small' }: CategorySelectProps) {
  const { projectId, isReadOnly, issues, choose } = useSettings();
  const { data: project } = useQuery(projectQuery(projectId));
  return (
    <EntryBox path={path} note={noteOf(issues, path)}>
      <Select
        aria-label="Consent category"
        size={size}
        options={project ? categoryOptions(project.consentCategories, value) : []}
        value={project ? value : null}
        placeholder={project ? 'Choose a category' : 'Not loaded'}
        disabled={isReadOnly || !project}
        onChange={(chosen) => choose(path, chosen)}
      />
    </EntryBox>
  );
}
