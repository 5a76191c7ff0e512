import { ReentrySetting } from '../fields/reentry-setting.tsx';
import type { KindPanelProps } from './kind-panel-props.ts';

export function ApiPanel({ settings }: KindPanelProps<'api'>) {
  return (
    <>
      <p className="text-13 text-ink-muted">
        The customer whom a program of yours names in a call to Curlew enters here, at that moment.
      </p>
      <ReentrySetting value={settings.reentry} />
    </>
  );
}
