import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';
import { dialogClass, scrimClass } from './dialog-class.ts';
import { IconButton } from './icon-button.tsx';
import { useReturnFocus } from './use-return-focus.ts';

type DialogSize = 'small' | 'medium' | 'large' | 'full';

interface DialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** It is gone and the focus is back where it was: for what takes the focus on from there. */
  readonly onClosed?: () => void;
  readonly title: string;
  /** One sentence under the title. */
  readonly description?: ReactNode;
  readonly size?: DialogSize;
  readonly children?: ReactNode;
  /** The buttons, the one that goes on last. */
  readonly footer?: ReactNode;
}

const sizeClasses: { readonly [S in DialogSize]: string } = {
  small: 'max-w-100',
  medium: 'max-w-140',
  large: 'max-w-220',
  full: 'h-[calc(100dvh-2rem)] max-w-[calc(100vw-2rem)]',
};

const firstAnswers = 'input, textarea, select, [data-first-answer]';

/**
 * Whoever opened it wants to answer: the focus goes to the first field or choice, where there is one. Else to the box
 * itself: on the button that closes it a tooltip would open, and take the next Escape for itself.
 */
const focusFirstAnswer = (event: Event): void => {
  const { currentTarget: box } = event;
  if (!(box instanceof HTMLElement)) return;
  event.preventDefault();
  (box.querySelector<HTMLElement>(firstAnswers) ?? box).focus();
};

export function Dialog({
  isOpen,
  onOpenChange,
  onClosed,
  title,
  description,
  size = 'medium',
  children,
  footer,
}: DialogProps) {
  const { onOpenAutoFocus, onCloseAutoFocus } = useReturnFocus();
  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className={scrimClass} />
        <Primitive.Content
          className={classNames(dialogClass, sizeClasses[size])}
          onOpenAutoFocus={(event) => {
            onOpenAutoFocus(event);
            focusFirstAnswer(event);
          }}
          onCloseAutoFocus={(event) => {
            onCloseAutoFocus(event);
            onClosed?.();
          }}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-3">
            <div className="flex min-w-0 flex-col gap-1 pt-1">
              <Primitive.Title className="text-16 font-semibold">{title}</Primitive.Title>
              {description && (
                <Primitive.Description className="text-13 text-ink-muted">
                  {description}
                </Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <IconButton label="Close" icon={<X />} />
            </Primitive.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{footer}</footer>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
