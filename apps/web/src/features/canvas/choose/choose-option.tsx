import { type ReactNode, useId } from 'react';

interface ChooseOptionProps {
  readonly icon: ReactNode;
  readonly end?: ReactNode;
  /** Said after the name, not as part of it. */
  readonly hint: string;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

export function ChooseOption({ icon, end, hint, onChoose, children }: ChooseOptionProps) {
  const hintId = useId();
  return (
    <div className="relative flex w-full items-center gap-3 rounded-control px-2 py-1 focus-within:bg-surface-hover hover:bg-surface-hover">
      {icon}
      <div className="min-w-0 flex-1">
        <button
          type="button"
          aria-describedby={hintId}
          onClick={onChoose}
          className="block w-full truncate text-left text-13 text-ink after:absolute after:inset-0 after:rounded-control focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {children}
        </button>
        <p id={hintId} className="truncate text-12 text-ink-muted">
          {hint}
        </p>
      </div>
      {end && <span className="text-ink-faint [&_svg]:size-4">{end}</span>}
    </div>
  );
}
