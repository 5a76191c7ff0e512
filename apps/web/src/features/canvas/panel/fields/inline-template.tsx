import { TextArea } from '../../../../ui/text-area.tsx';
import type { SettingsPath } from '../settings/settings-path.ts';
import { useEntry } from '../settings/use-entry.ts';
import { EntryBox } from './entry-box.tsx';

interface InlineTemplateProps {
  readonly path: SettingsPath;
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
}

/** A text with template syntax among other controls; it grows with what is typed. */
export function InlineTemplate({ path, label, value, placeholder }: InlineTemplateProps) {
  const { control, change, note } = useEntry({ path, text: value });
  return (
    <EntryBox path={path} note={note}>
      <TextArea
        {...control}
        {...(placeholder === undefined ? {} : { placeholder })}
        aria-label={label}
        aria-invalid={note.error === undefined ? undefined : true}
        rows={1}
        isMono
        isGrowing
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => change(event.target.value)}
      />
    </EntryBox>
  );
}
