import { Switch } from '../../../../ui/switch.tsx';
import { useSettings } from '../settings/settings-context.ts';
import type { SettingsPath } from '../settings/settings-path.ts';

interface SwitchSettingProps {
  readonly path: SettingsPath;
  readonly label: string;
  readonly isOn: boolean;
  readonly hint?: string;
  /** What is written; without it true and false. */
  readonly valueOf?: (isOn: boolean) => unknown;
}

const asIs = (isOn: boolean): boolean => isOn;

export function SwitchSetting({ path, label, isOn, hint, valueOf = asIs }: SwitchSettingProps) {
  const { isReadOnly, choose } = useSettings();
  return (
    <div data-field={path}>
      <Switch
        label={label}
        hint={hint}
        isOn={isOn}
        disabled={isReadOnly}
        onChange={(next) => choose(path, valueOf(next))}
      />
    </div>
  );
}
