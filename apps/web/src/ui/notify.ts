import { toast } from 'sonner';

interface NotifyAction {
  /** A verb: "Undo". */
  readonly label: string;
  readonly onClick: () => void;
}

const optionsOf = (action: NotifyAction | undefined) => (action ? { action } : {});

/** Says shortly that something was done, or could not be. What must not be missed is a Banner instead. */
export const notify = {
  done: (sentence: string, action?: NotifyAction): void => {
    toast.success(sentence, optionsOf(action));
  },
  failed: (sentence: string, action?: NotifyAction): void => {
    toast.error(sentence, { duration: 10_000, ...optionsOf(action) });
  },
} as const;
