import { AlertDialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';
import { Button } from './button.tsx';
import { dialogClass, scrimClass } from './dialog-class.ts';
import { useReturnFocus } from './use-return-focus.ts';

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** A question that names the thing: "Delete Summer sale?" */
  readonly title: string;
  /** What will be so afterwards, and whether it can be undone. */
  readonly description: ReactNode;
  /** A verb: "Delete scenario" */
  readonly confirmLabel: string;
  /** What leaves all as it is; where the verb is “Cancel”, the usual word would mean both. */
  readonly keepLabel?: string;
  readonly onConfirm: () => void;
  readonly isDangerous?: boolean;
  /** The work of the confirmed action goes on; the dialog stays until the caller closes it. */
  readonly isWorking?: boolean;
  /** False: the dialog says why it cannot be done, and can only be left. */
  readonly mayConfirm?: boolean;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    isOpen,
    onOpenChange,
    title,
    description,
    confirmLabel,
    keepLabel = 'Cancel',
    onConfirm,
    isDangerous = false,
    isWorking = false,
    mayConfirm = true,
  } = props;
  const returnFocus = useReturnFocus();
  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className={scrimClass} />
        <Primitive.Content {...returnFocus} className={classNames(dialogClass, 'max-w-100')}>
          <div className="flex min-h-0 flex-col gap-2 overflow-y-auto p-5">
            <Primitive.Title className="text-16 font-semibold">{title}</Primitive.Title>
            <Primitive.Description asChild>
              <div className="text-13 text-ink-muted">{description}</div>
            </Primitive.Description>
          </div>
          <footer className="flex justify-end gap-2 border-t px-5 py-3">
            <Primitive.Cancel asChild>
              <Button>{mayConfirm ? keepLabel : 'Close'}</Button>
            </Primitive.Cancel>
            {mayConfirm && (
              <Button variant={isDangerous ? 'danger' : 'primary'} loading={isWorking} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            )}
          </footer>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
