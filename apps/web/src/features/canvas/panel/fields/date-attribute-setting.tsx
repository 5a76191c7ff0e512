import { optionsOfProperties } from '../data/known-property.ts';
import { useData } from '../data/use-data.ts';
import { NameSetting } from './name-setting.tsx';

interface AttributeSettingProps {
  readonly path: 'attribute';
  readonly value: string;
  readonly placeholder: string;
  readonly hint?: string;
}

/** An attribute that holds a date; those that do come first. */
export function DateAttributeSetting({ path, value, placeholder, hint }: AttributeSettingProps) {
  const { data, note } = useData();
  const dates = data.attributes.filter(({ type }) => type === 'date');
  const others = data.attributes.filter(({ type }) => type !== 'date');
  return (
    <NameSetting
      path={path}
      label="Attribute"
      noun="Attributes"
      value={value}
      options={optionsOfProperties([...dates, ...others])}
      emptyNote={note ?? 'No attributes yet: type the name of one'}
      placeholder={placeholder}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}
