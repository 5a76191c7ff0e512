import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';
import { scrimClass } from './dialog-class.ts';
import { useReturnFocus } from './use-return-focus.ts';

interface SheetProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly side: 'left' | 'right';
  /** Read out; shown by the content where it is to be seen. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A panel that comes in from the side and holds the focus while it is there. */
export function Sheet({ isOpen, onOpenChange, side, label, children }: SheetProps) {
  const returnFocus = useReturnFocus();
  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className={scrimClass} />
        <Primitive.Content
          {...returnFocus}
          aria-describedby={undefined}
          className={classNames(
            'fixed inset-y-0 z-40 flex w-72 max-w-[calc(100vw-3rem)] flex-col bg-surface-sunken text-ink shadow-float',
            side === 'left'
              ? 'left-0 animate-enter-left data-[state=closed]:animate-leave-left'
              : 'right-0 animate-enter-right data-[state=closed]:animate-leave-right',
          )}
        >
          <Primitive.Title className="sr-only">{label}</Primitive.Title>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
