import { MessageSquareText, X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import { lazy, Suspense, useRef } from 'react';
import { scrimClass } from '../../ui/dialog-class.ts';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { EscapeContext } from './use-escape.ts';
import { loadWorkbench } from './load-workbench.ts';
import type { MessageProps } from './message-props.ts';
import { useEscapeHandlers } from './use-escape-handlers.ts';

const MessageWorkbench = lazy(async () => ({ default: (await loadWorkbench()).MessageWorkbench }));

interface MessageEditorDialogProps extends MessageProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

// Not moved by a transform as other dialogs are: what floats over the text is placed by the window.
const boxClass =
  'fixed inset-0 z-40 flex flex-col overflow-hidden bg-surface text-ink shadow-float outline-none ' +
  'max-md:bottom-[var(--toast-room,0px)] md:inset-4 md:rounded-card md:border md:border-line animate-appear data-[state=closed]:animate-vanish';

/** The editor of an SMS node, over the page. Closing loses nothing: what is typed is the caller's at once. */
export function MessageEditorDialog({ isOpen, onOpenChange, ...props }: MessageEditorDialogProps) {
  const { onOpenAutoFocus, onCloseAutoFocus } = useReturnFocus();
  const box = useRef<HTMLDivElement>(null);
  const { add, handle } = useEscapeHandlers();

  const handleEscape = (event: KeyboardEvent) => {
    const { target } = event;
    const isInText = target instanceof Element && target.closest('[contenteditable="true"]') !== null;
    if (handle(target)) event.preventDefault();
    else if (isInText) {
      // A first Escape leaves the text, a second one closes.
      event.preventDefault();
      box.current?.focus();
    }
  };

  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className={scrimClass} />
        <Primitive.Content
          ref={box}
          aria-describedby={undefined}
          className={boxClass}
          onEscapeKeyDown={handleEscape}
          onOpenAutoFocus={(event) => {
            onOpenAutoFocus(event);
            // The field that matters takes the focus as soon as it is loaded.
            event.preventDefault();
            box.current?.focus();
          }}
          onCloseAutoFocus={onCloseAutoFocus}
        >
          <header className="flex h-12 shrink-0 items-center justify-between gap-4 border-b pr-2 pl-4">
            <div className="flex min-w-0 items-center gap-2">
              <MessageSquareText aria-hidden className="size-4 shrink-0 text-message" />
              <Primitive.Title className="truncate text-14 font-semibold">{props.node.name}</Primitive.Title>
            </div>
            <Primitive.Close asChild>
              <IconButton label="Close" icon={<X />} tooltipSide="left" />
            </Primitive.Close>
          </header>
          <EscapeContext value={add}>
            <ErrorBoundary>
              <Suspense fallback={<Skeleton label="Loading the editor" />}>
                <MessageWorkbench {...props} />
              </Suspense>
            </ErrorBoundary>
          </EscapeContext>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
