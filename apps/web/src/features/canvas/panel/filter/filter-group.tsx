import type { CustomerFilter } from '@curlew/scenario';
import { Copy, Trash2 } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Segmented } from '../../../../ui/segmented.tsx';
import { useSettings } from '../settings/settings-context.ts';
import { AddCondition } from './add-condition.tsx';
import { ConditionCard } from './condition-card.tsx';
import {
  addCondition,
  duplicateCondition,
  duplicateGroup,
  firstField,
  mostConditions,
  mostGroups,
  newCondition,
  removeCondition,
  removeGroup,
} from './edit-filter.ts';
import { Joint } from './joint.tsx';
import { matchOptions } from './match-options.ts';

interface FilterGroupProps {
  readonly filter: CustomerFilter;
  readonly at: number;
  /** Stands beside the button that adds a condition. */
  readonly beside?: ReactNode;
}

/** Conditions of which all or any must hold. */
export function FilterGroup({ filter, at, beside }: FilterGroupProps) {
  const { isReadOnly, choose } = useSettings();
  const group = filter.groups[at];
  if (!group) return null;
  const { match, conditions } = group;
  const write = (next: CustomerFilter) => choose('filter', next);
  const isOneOfSeveral = filter.groups.length > 1;
  const hasRoom = conditions.length < mostConditions;

  return (
    <fieldset
      aria-label={`Group ${at + 1}`}
      className={
        isOneOfSeveral
          ? 'flex min-w-0 flex-col gap-2 rounded-card border bg-surface-sunken p-2'
          : 'flex min-w-0 flex-col gap-2'
      }
    >
      {(isOneOfSeveral || conditions.length > 1) && (
        <header className="flex items-center gap-1">
          <div className="flex-1">
            {conditions.length > 1 ? (
              <Segmented
                aria-label="Conditions that must hold"
                size="small"
                options={matchOptions}
                value={match}
                disabled={isReadOnly}
                onChange={(chosen) => choose(`filter.groups.${at}.match`, chosen)}
              />
            ) : (
              <p className="text-12 font-medium text-ink-muted">Group {at + 1}</p>
            )}
          </div>
          {isOneOfSeveral && !isReadOnly && (
            <>
              {filter.groups.length < mostGroups && (
                <IconButton
                  size="small"
                  label="Duplicate group"
                  icon={<Copy />}
                  onClick={() => write(duplicateGroup(filter, at))}
                />
              )}
              <IconButton
                size="small"
                label="Remove group"
                icon={<Trash2 />}
                onClick={() => write(removeGroup(filter, at))}
              />
            </>
          )}
        </header>
      )}
      {conditions.map((condition, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a condition is its place, as in its issues' field
        <Fragment key={index}>
          {index > 0 && <Joint word={match === 'all' ? 'and' : 'or'} />}
          <ConditionCard
            path={`filter.groups.${at}.conditions.${index}`}
            index={index}
            value={condition}
            canDuplicate={hasRoom}
            onDuplicate={() => write(duplicateCondition(filter, { group: at, index }))}
            onRemove={() => write(removeCondition(filter, { group: at, index }))}
          />
        </Fragment>
      ))}
      {!isReadOnly && (
        <div className="flex gap-2">
          {hasRoom && (
            <AddCondition
              label="Add condition"
              onAdd={(kind) =>
                choose(
                  'filter',
                  addCondition(filter, at, newCondition(kind)),
                  firstField(kind, { group: at, index: conditions.length }),
                )
              }
            />
          )}
          {beside}
        </div>
      )}
    </fieldset>
  );
}
