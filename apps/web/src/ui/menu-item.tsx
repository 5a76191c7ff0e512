import { DropdownMenu as Primitive } from 'radix-ui';
import { type ReactNode, use } from 'react';
import { classNames } from '../lib/class-names.ts';
import { floatItemClass } from './float-class.ts';
import { MenuTriggerContext } from './menu-trigger-context.ts';

interface MenuItemProps {
  readonly onSelect: () => void;
  readonly icon?: ReactNode;
  /** Stands at the far end: a Kbd, a check. */
  readonly end?: ReactNode;
  readonly isDangerous?: boolean;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

export function MenuItem({
  onSelect,
  icon,
  end,
  isDangerous = false,
  disabled = false,
  children,
}: MenuItemProps) {
  const trigger = use(MenuTriggerContext);
  const select = () => {
    // A dialog that opens now gives the focus back to where it was: the item will be gone by then, the button not.
    trigger?.current?.focus();
    onSelect();
  };
  return (
    <Primitive.Item
      onSelect={select}
      disabled={disabled}
      className={classNames(floatItemClass, isDangerous && 'text-bad')}
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {end}
    </Primitive.Item>
  );
}
