import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

interface LeaveGuardProps {
  /** Something is typed and not saved. */
  readonly isDirty: boolean;
  /** What would be lost: "The price you typed". */
  readonly what: string;
}

/** Asks before what is typed is left behind, by a link, the back button or the window's own. */
export function LeaveGuard({ isDirty, what }: LeaveGuardProps) {
  const blocker = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      isOpen={blocker.status === 'blocked'}
      onOpenChange={(isOpen) => {
        if (!isOpen) blocker.reset?.();
      }}
      title="Leave without saving?"
      description={`${what} is not saved, and is lost when you leave.`}
      confirmLabel="Leave"
      isDangerous
      onConfirm={() => blocker.proceed?.()}
    />
  );
}
