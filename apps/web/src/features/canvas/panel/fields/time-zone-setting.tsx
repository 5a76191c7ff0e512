import { useQuery } from '@tanstack/react-query';
import { noteOf } from '../../../../lib/note-of.ts';
import { projectQuery } from '../../../../lib/project-query.ts';
import { SearchSelect } from '../../../../ui/search-select.tsx';
import { useSettings } from '../settings/settings-context.ts';
import { SettingField } from './setting-field.tsx';
import { timeZoneOptions } from '../../../../ui/time-zone-options.ts';

interface TimeZoneSettingProps {
  readonly value: string;
  /** Not where one clock starts everyone. */
  readonly canBeCustomers?: boolean;
}

/** Whose clock counts. */
export function TimeZoneSetting({ value, canBeCustomers = true }: TimeZoneSettingProps) {
  const { projectId, isReadOnly, issues, choose } = useSettings();
  const { data: project } = useQuery(projectQuery(projectId));
  return (
    <SettingField
      path="timeZone"
      label="Time zone"
      note={noteOf(issues, 'timeZone')}
      hint={
        value === 'customer'
          ? 'The customer’s attribute time_zone, else that of their phone number’s country, else the project’s.'
          : undefined
      }
    >
      <SearchSelect
        noun="Time zones"
        placeholder="Search a city or region"
        options={timeZoneOptions({ projectZone: project?.timeZone ?? null, canBeCustomers, chosen: value })}
        value={value}
        disabled={isReadOnly}
        onChange={(zone) => choose('timeZone', zone)}
      />
    </SettingField>
  );
}
