import type { Comparison } from '@curlew/scenario';
import { Plus, Trash2 } from 'lucide-react';
import { Fragment } from 'react';
import { noteOf } from '../../../../lib/note-of.ts';
import { Button } from '../../../../ui/button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { propertiesOf } from '../data/known-property.ts';
import { useData } from '../data/use-data.ts';
import { SettingGroup } from '../fields/setting-group.tsx';
import { useSettings } from '../settings/settings-context.ts';
import { ComparisonFields } from './comparison-fields.tsx';
import { newComparison } from './edit-comparison.ts';
import { Joint } from './joint.tsx';

interface WhereSettingProps {
  readonly path: 'where' | `filter.groups.${number}.conditions.${number}.where`;
  readonly event: string;
  readonly value: readonly Comparison[];
}

const most = 10;

/** What the properties of an event have to be; all of it. */
export function WhereSetting({ path, event, value }: WhereSettingProps) {
  const { isReadOnly, issues, choose } = useSettings();
  const { data, note } = useData();
  const known = propertiesOf(data, event);
  const isInFilter = path !== 'where';
  const add = !isReadOnly && value.length < most && (
    <Button
      size="small"
      variant={isInFilter ? 'ghost' : 'secondary'}
      icon={<Plus />}
      onClick={() => choose(path, [...value, newComparison()], `${path}.${value.length}.property`)}
    >
      Add property
    </Button>
  );
  if (isInFilter && value.length === 0) return add ? <div>{add}</div> : null;

  return (
    <SettingGroup
      path={path}
      label="Where"
      note={noteOf(issues, path)}
      hint={value.length === 0 ? 'Any event of this type counts.' : undefined}
    >
      {value.map((comparison, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a comparison is its place, as in its issues' field
        <Fragment key={index}>
          {index > 0 && <Joint word="and" />}
          <ComparisonFields
            path={`${path}.${index}`}
            value={comparison}
            what="property"
            known={known}
            emptyNote={
              note ?? (event.trim() === '' ? 'Choose the event first' : 'Type the name of a property')
            }
            end={
              !isReadOnly && (
                <IconButton
                  size="small"
                  label={`Remove property ${index + 1}`}
                  icon={<Trash2 />}
                  onClick={() => choose(path, value.toSpliced(index, 1))}
                />
              )
            }
          />
        </Fragment>
      ))}
      {add && <div>{add}</div>}
    </SettingGroup>
  );
}
