import { DropdownMenu as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';
import { floatItemClass } from './float-class.ts';

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
  return (
    <Primitive.Item
      onSelect={onSelect}
      disabled={disabled}
      className={classNames(floatItemClass, isDangerous && 'text-bad')}
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {end}
    </Primitive.Item>
  );
}
