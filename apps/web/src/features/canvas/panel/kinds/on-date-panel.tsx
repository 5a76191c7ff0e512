import { ClockSettings } from '../fields/clock-settings.tsx';
import type { KindPanelProps } from './kind-panel-props.ts';

export function OnDatePanel({ settings }: KindPanelProps<'on_date'>) {
  return <ClockSettings settings={settings} hasDate />;
}
