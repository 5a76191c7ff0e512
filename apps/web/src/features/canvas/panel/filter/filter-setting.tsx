import type { CustomerFilter } from '@curlew/scenario';
import { Fragment } from 'react';
import { noteOf } from '../../../../lib/note-of.ts';
import { FieldNote } from '../../../../ui/field-note.tsx';
import { Segmented } from '../../../../ui/segmented.tsx';
import { useSettings } from '../settings/settings-context.ts';
import { AddCondition } from './add-condition.tsx';
import { AudienceCount } from './audience-count.tsx';
import { addGroup, firstField, mostGroups, newCondition } from './edit-filter.ts';
import { FilterGroup } from './filter-group.tsx';
import { Joint } from './joint.tsx';
import { matchOptions } from './match-options.ts';

interface FilterSettingProps {
  readonly value: CustomerFilter;
}

/** Which customers are meant, built of groups of conditions, with how many they are. */
export function FilterSetting({ value }: FilterSettingProps) {
  const { isReadOnly, issues, choose } = useSettings();
  const { match, groups } = value;
  const add = !isReadOnly && groups.length < mostGroups && (
    <AddCondition
      label={groups.length === 0 ? 'Add condition' : 'Add group'}
      onAdd={(kind) =>
        choose(
          'filter',
          addGroup(value, newCondition(kind)),
          firstField(kind, { group: groups.length, index: 0 }),
        )
      }
    />
  );
  return (
    <section aria-label="Conditions" data-field="filter" className="flex flex-col gap-3">
      {groups.length > 1 && (
        <div className="flex items-center gap-2">
          <Segmented
            aria-label="Groups that must hold"
            size="small"
            options={matchOptions}
            value={match}
            disabled={isReadOnly}
            onChange={(chosen) => choose('filter.match', chosen)}
          />
          <span className="text-13 text-ink-muted">these groups</span>
        </div>
      )}
      {groups.map((_, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a group is its place, as in its issues' field
        <Fragment key={at}>
          {at > 0 && <Joint word={match === 'all' ? 'and' : 'or'} />}
          <FilterGroup filter={value} at={at} beside={groups.length === 1 && add} />
        </Fragment>
      ))}
      {groups.length !== 1 && add && <div>{add}</div>}
      <FieldNote {...noteOf(issues, 'filter')} />
      {groups.length > 0 && <AudienceCount filter={value} />}
    </section>
  );
}
