import { NumberSetting } from '../fields/number-setting.tsx';
import type { KindPanelProps } from './kind-panel-props.ts';

export function LimitPanel({ settings }: KindPanelProps<'limit'>) {
  return (
    <NumberSetting
      path="most"
      label="At most"
      value={settings.most}
      unit="customers of each run pass"
      hint="All who come later leave by “Full”."
    />
  );
}
