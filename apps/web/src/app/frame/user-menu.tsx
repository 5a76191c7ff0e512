import { useLocation, useNavigate } from '@tanstack/react-router';
import { KeyRound, LogOut } from 'lucide-react';
import { classNames } from '../../lib/class-names.ts';
import { useThemeStore } from '../../lib/theme-store.ts';
import { Initials } from '../../ui/initials.tsx';
import { Menu } from '../../ui/menu.tsx';
import { MenuItem } from '../../ui/menu-item.tsx';
import { MenuRadioItems } from '../../ui/menu-radio-items.tsx';
import { MenuSeparator } from '../../ui/menu-separator.tsx';
import { themes } from './themes.ts';

interface UserMenuProps {
  readonly person: { readonly name: string; readonly email: string };
  readonly isFolded: boolean;
  readonly onSignOut: () => void;
}

export function UserMenu({ person, isFolded, onSignOut }: UserMenuProps) {
  const { theme, setTheme } = useThemeStore();
  const navigate = useNavigate();
  const returnTo = useLocation({ select: ({ href }) => href });
  return (
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          className={classNames(
            'flex h-10 min-w-0 items-center gap-2 rounded-control px-2 -outline-offset-2 hover:bg-surface-hover data-[state=open]:bg-surface-hover',
            !isFolded && 'flex-1',
          )}
        >
          <Initials name={person.name} />
          <span className={isFolded ? 'sr-only' : 'truncate text-13 font-medium'}>{person.name}</span>
          <span className="sr-only">, your menu</span>
        </button>
      }
    >
      <p className="max-w-64 truncate px-2 py-1 text-12 text-ink-faint">{person.email}</p>
      <MenuSeparator />
      <MenuRadioItems
        label="Theme"
        items={themes.map(({ icon: Icon, ...choice }) => ({ ...choice, icon: <Icon /> }))}
        value={theme}
        onChange={setTheme}
      />
      <MenuSeparator />
      <MenuItem
        icon={<KeyRound />}
        onSelect={() => void navigate({ to: '/change-password', search: { returnTo } })}
      >
        Change password
      </MenuItem>
      <MenuItem icon={<LogOut />} onSelect={onSignOut}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
