import type { SmsSettings } from '@curlew/scenario';
import { Ellipsis, Pencil, Plus, Star, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MenuItem } from '../../../ui/menu-item.tsx';
import { Menu } from '../../../ui/menu.tsx';
import type { MessageProps } from '../message-props.ts';
import { languageNameOf } from '../text/language-name.ts';
import { addVersion, removeVersion, renameVersion } from './change-versions.ts';
import { LanguageDialog } from './language-dialog.tsx';

interface VersionToolsProps extends Pick<MessageProps, 'node' | 'onChange'> {
  /** The place of the version in sight. */
  readonly open: number;
  readonly onOpen: (index: number) => void;
  /** Shows a version and goes on in its text. */
  readonly onWrite: (index: number) => void;
}

type Asked = 'add' | 'rename' | 'remove' | null;

const mostVersions = 50;

/** Adds a language version, and changes the one in sight: its language, whether it is the default, whether it is there. */
export function VersionTools({ node, onChange, open, onOpen, onWrite }: VersionToolsProps) {
  const { settings } = node;
  const { versions, defaultLanguage } = settings;
  const [asked, setAsked] = useState<Asked>(null);
  // The text of a new version takes the focus once the dialog has let go of it.
  const added = useRef<number>(null);
  const version = versions[open];
  const name = languageNameOf(version?.language ?? '');
  const tags = versions.map(({ language }) => language);
  const change = (changed: SmsSettings) => onChange(changed, { field: 'versions' });
  const ask = (isOpen: boolean) => {
    if (!isOpen) setAsked(null);
  };

  const remove = () => {
    change(removeVersion(settings, open));
    setAsked(null);
    onOpen(Math.max(0, open - 1));
  };
  return (
    <div className="flex shrink-0 items-center gap-1">
      {versions.length < mostVersions && (
        <IconButton size="small" label="Add language" icon={<Plus />} onClick={() => setAsked('add')} />
      )}
      <Menu trigger={<IconButton size="small" label={`Change ${name}`} icon={<Ellipsis />} />} align="end">
        <MenuItem
          icon={<Star />}
          disabled={version?.language === defaultLanguage}
          onSelect={() => change({ ...settings, defaultLanguage: version?.language ?? defaultLanguage })}
        >
          Make default
        </MenuItem>
        <MenuItem icon={<Pencil />} onSelect={() => setAsked('rename')}>
          Change language
        </MenuItem>
        <MenuItem
          icon={<Trash2 />}
          isDangerous
          disabled={versions.length === 1}
          onSelect={() => setAsked('remove')}
        >
          Remove
        </MenuItem>
      </Menu>
      <LanguageDialog
        isOpen={asked === 'add'}
        onOpenChange={ask}
        title="Add a language"
        description={`It begins with the text of ${languageNameOf(defaultLanguage)}.`}
        submitLabel="Add language"
        taken={tags}
        onChoose={(language) => {
          change(addVersion(settings, language));
          onOpen(versions.length);
          added.current = versions.length;
        }}
        onClosed={() => {
          if (added.current !== null) onWrite(added.current);
          added.current = null;
        }}
      />
      <LanguageDialog
        isOpen={asked === 'rename'}
        onOpenChange={ask}
        title={`Change the language of ${name}`}
        description="The text stays as it is."
        submitLabel="Change language"
        taken={tags.filter((_, index) => index !== open)}
        onChoose={(language) => change(renameVersion(settings, open, language))}
      />
      <ConfirmDialog
        isOpen={asked === 'remove'}
        onOpenChange={ask}
        title={`Remove ${name}?`}
        description={`Its text goes. Customers with this language get the default version. Undo brings it back.`}
        confirmLabel="Remove language"
        isDangerous
        onConfirm={remove}
      />
    </div>
  );
}
