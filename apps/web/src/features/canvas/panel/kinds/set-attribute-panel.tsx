import { optionsOfProperties } from '../data/known-property.ts';
import { useData } from '../data/use-data.ts';
import { NamedValuesSetting } from '../fields/named-values-setting.tsx';
import type { KindPanelProps } from './kind-panel-props.ts';

export function SetAttributePanel({ settings }: KindPanelProps<'set_attribute'>) {
  const { data } = useData();
  return (
    <NamedValuesSetting
      path="attributes"
      label="Attributes"
      noun="attribute"
      values={settings.attributes}
      options={optionsOfProperties(data.attributes)}
      typeOf={(name) => data.attributes.find((one) => one.name === name)?.type}
      hint="Values are templates. A value of nothing deletes the attribute."
    />
  );
}
