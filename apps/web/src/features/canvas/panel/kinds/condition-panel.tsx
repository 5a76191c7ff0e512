import { FilterSetting } from '../filter/filter-setting.tsx';
import type { KindPanelProps } from './kind-panel-props.ts';

export function ConditionPanel({ settings }: KindPanelProps<'condition'>) {
  return <FilterSetting value={settings.filter} />;
}
