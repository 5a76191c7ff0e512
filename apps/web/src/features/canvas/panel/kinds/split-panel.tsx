import { VariantsSetting } from '../split/variants-setting.tsx';
import { WinnerSetting } from '../split/winner-setting.tsx';
import type { KindPanelProps } from './kind-panel-props.ts';

export function SplitPanel({ settings }: KindPanelProps<'split'>) {
  return (
    <>
      <VariantsSetting variants={settings.variants} />
      <WinnerSetting winner={settings.winner} />
    </>
  );
}
