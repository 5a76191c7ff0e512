import { DropdownMenu as Primitive } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';
import { floatClass } from './float-class.ts';
import { MenuTriggerContext } from './menu-trigger-context.ts';
import { useFloatHome } from './use-float-home.ts';

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly align?: 'start' | 'center' | 'end';
  /** After it is gone. What takes the focus here keeps it: as long as the menu closes, it takes it back. */
  readonly onClosed?: () => void;
  /** MenuItem, MenuRadioItems, MenuSeparator. */
  readonly children: ReactNode;
}

export function Menu({ trigger, side = 'bottom', align = 'start', onClosed, children }: MenuProps) {
  const { triggerRef, home, findHome } = useFloatHome();
  return (
    <Primitive.Root modal={false} onOpenChange={(isOpen) => isOpen && findHome()}>
      <Primitive.Trigger asChild ref={triggerRef}>
        {trigger}
      </Primitive.Trigger>
      <Primitive.Portal container={home}>
        <Primitive.Content
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            onClosed?.();
            // What an item brought onto the page has the focus, and keeps it.
            const { activeElement } = document;
            if (activeElement !== document.body && activeElement !== triggerRef.current)
              event.preventDefault();
          }}
          className={classNames(
            floatClass,
            'max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto p-1',
          )}
        >
          <MenuTriggerContext value={triggerRef}>{children}</MenuTriggerContext>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
