import type { NamedValue } from '@curlew/scenario';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { noteOf } from '../../../../lib/note-of.ts';
import { Button } from '../../../../ui/button.tsx';
import type { ComboboxOption } from '../../../../ui/combobox-options.ts';
import { mostNamedValues, NamedValueBox } from '../../../../ui/named-value-box.tsx';
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
          <NamedValueBox
            // oxlint-disable-next-line react/no-array-index-key -- a value is its place, as in its issues' field
            key={index}
            which={which}
            type={type}
            onTypeChange={(next) => change(index, { type: next })}
            onRemove={() => choose(path, values.toSpliced(index, 1))}
            readOnly={isReadOnly}
            name={
              <InlineName
                path={`${path}.${index}.name`}
                label={`Name of ${which}`}
                noun={label}
                value={name}
                options={options}
                placeholder="name"
                onChoose={(chosen) => change(index, { name: chosen, type: typeOf(chosen) ?? type })}
              />
            }
          >
            <InlineTemplate
              path={`${path}.${index}.value`}
              label={`Value of ${which}`}
              value={value}
              placeholder={valuePlaceholders[type]}
            />
          </NamedValueBox>
        );
      })}
      {!isReadOnly && values.length < mostNamedValues && (
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
