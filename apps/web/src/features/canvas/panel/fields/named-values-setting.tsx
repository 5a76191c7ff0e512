import { comparisonTypes, type NamedValue } from '@curlew/scenario';
import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { noteOf } from '../../../../lib/note-of.ts';
import { Button } from '../../../../ui/button.tsx';
import type { ComboboxOption } from '../../../../ui/combobox-options.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Select } from '../../../../ui/select.tsx';
import { valuePlaceholders } from '../../../../ui/value-placeholders.ts';
import { useSettings } from '../settings/settings-context.ts';
import { InlineName } from './inline-name.tsx';
import { InlineTemplate } from './inline-template.tsx';
import { SettingGroup } from './setting-group.tsx';

interface NamedValuesSettingProps {
  readonly path: 'attributes' | 'properties';
  readonly label: string;
  /** What one of them is called. */
  readonly noun: 'attribute' | 'property';
  readonly values: readonly NamedValue[];
  readonly options: readonly ComboboxOption[];
  /** The type that is known of a name. */
  readonly typeOf: (name: string) => NamedValue['type'] | undefined;
  readonly hint: ReactNode;
}

const most = 50;
const typeOptions = comparisonTypes.map((type) => ({ value: type, label: type }));

/** What is written: each with a name, a type and a value. */
export function NamedValuesSetting(props: NamedValuesSettingProps) {
  const { path, label, noun, values, options, typeOf, hint } = props;
  const { isReadOnly, issues, choose } = useSettings();
  const change = (index: number, next: Partial<NamedValue>) =>
    choose(`${path}.${index}`, { ...values[index], ...next });

  return (
    <SettingGroup path={path} label={label} note={noteOf(issues, path)} hint={hint}>
      {values.map(({ name, type, value }, index) => {
        const which = `${noun} ${index + 1}`;
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a value is its place, as in its issues' field
          <div key={index} className="flex flex-col gap-2 rounded-control border p-2">
            <div className="flex items-start gap-2">
              <InlineName
                path={`${path}.${index}.name`}
                label={`Name of ${which}`}
                noun={label}
                value={name}
                options={options}
                placeholder="name"
                onChoose={(chosen) => change(index, { name: chosen, type: typeOf(chosen) ?? type })}
              />
              <div className="w-24 shrink-0">
                <Select
                  aria-label={`Type of ${which}`}
                  size="small"
                  options={typeOptions}
                  value={type}
                  disabled={isReadOnly}
                  onChange={(next) => change(index, { type: next })}
                />
              </div>
              {!isReadOnly && (
                <IconButton
                  size="small"
                  label={`Remove ${which}`}
                  icon={<Trash2 />}
                  onClick={() => choose(path, values.toSpliced(index, 1))}
                />
              )}
            </div>
            <InlineTemplate
              path={`${path}.${index}.value`}
              label={`Value of ${which}`}
              value={value}
              placeholder={valuePlaceholders[type]}
            />
          </div>
        );
      })}
      {!isReadOnly && values.length < most && (
        <div>
          <Button
            size="small"
            icon={<Plus />}
            onClick={() =>
              choose(
                path,
                [...values, { name: '', type: 'text', value: '' }],
                `${path}.${values.length}.name`,
              )
            }
          >
            Add {noun}
          </Button>
        </div>
      )}
    </SettingGroup>
  );
}
