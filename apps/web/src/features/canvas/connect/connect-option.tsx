import type { ReactNode } from 'react';

interface ConnectOptionProps {
  /** Where the focus begins. */
  readonly isFirst: boolean;
  readonly icon: ReactNode;
  readonly end?: ReactNode;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

export function ConnectOption({ isFirst, icon, end, onChoose, children }: ConnectOptionProps) {
  return (
    <button
      type="button"
      data-first-answer={isFirst || undefined}
      onClick={onChoose}
      className="flex w-full items-center gap-3 rounded-control px-2 py-1 text-left text-13 text-ink hover:bg-surface-hover"
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {end && <span className="text-ink-faint [&_svg]:size-4">{end}</span>}
    </button>
  );
}
