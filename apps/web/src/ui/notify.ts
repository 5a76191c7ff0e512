import type { MouseEvent } from 'react';
import { toast } from 'sonner';

interface NotifyAction {
  /** A verb: "Undo". */
  readonly label: string;
  readonly onClick: () => void;
}

// Whoever may want to take it back has to read it first.
const actionMs = 10_000;

const optionsOf = (action: NotifyAction | undefined) =>
  action
    ? {
        action: {
          label: action.label,
          onClick: (event: MouseEvent<HTMLButtonElement>) => {
            // The focus goes back at once, and not when the toast is gone: somebody may type or have a menu open by then.
            event.currentTarget.blur();
            action.onClick();
          },
        },
        duration: actionMs,
      }
    : {};

/** Says shortly that something was done, or could not be. What must not be missed is a Banner instead. */
export const notify = {
  done: (sentence: string, action?: NotifyAction): void => {
    toast.success(sentence, optionsOf(action));
  },
  failed: (sentence: string, action?: NotifyAction): void => {
    toast.error(sentence, { duration: 10_000, ...optionsOf(action) });
  },
} as const;
