import { useQuery } from '@tanstack/react-query';
import { noteOf } from '../../../../lib/note-of.ts';
import { projectQuery } from '../../../../lib/project-query.ts';
import { Select } from '../../../../ui/select.tsx';
import { categoryOptions } from '../fields/category-options.ts';
import { ChoiceSetting } from '../fields/choice-setting.tsx';
import { NumberSetting } from '../fields/number-setting.tsx';
import { SettingField } from '../fields/setting-field.tsx';
import { useSettings } from '../settings/settings-context.ts';
import type { KindPanelProps } from './kind-panel-props.ts';

const actionOptions = [
  { value: 'grant', label: 'Give' },
  { value: 'revoke', label: 'Revoke' },
] as const;

export function ChangeConsentPanel({ settings }: KindPanelProps<'change_consent'>) {
  const { categoryId, action, validDays } = settings;
  const { projectId, isReadOnly, issues, choose } = useSettings();
  const { data: project } = useQuery(projectQuery(projectId));
  return (
    <>
      <ChoiceSetting path="action" label="Consent" look="segments" options={actionOptions} value={action} />
      <SettingField path="categoryId" label="Category" note={noteOf(issues, 'categoryId')}>
        <Select
          options={project ? categoryOptions(project.consentCategories, categoryId) : []}
          value={project ? categoryId : null}
          placeholder={project ? 'Choose a category' : 'Not loaded'}
          disabled={isReadOnly || !project}
          onChange={(chosen) => choose('categoryId', chosen)}
        />
      </SettingField>
      {action === 'grant' && (
        <NumberSetting
          path="validDays"
          label="Valid for"
          value={validDays}
          isOptional
          unit="days"
          placeholder="no end"
          hint={validDays === null ? 'Until it is revoked.' : undefined}
        />
      )}
    </>
  );
}
