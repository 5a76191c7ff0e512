import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon?: ReactNode;
  /** One sentence: what would be here, and what it is good for. */
  readonly sentence: string;
  /** The one thing to do. */
  readonly action?: ReactNode;
  /** What it will look like once something is here. */
  readonly sample?: ReactNode;
}

export function EmptyState({ icon, sentence, action, sample }: EmptyStateProps) {
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-4 px-4 py-12 text-center">
      {icon && <span className="text-ink-faint [&_svg]:size-6">{icon}</span>}
      <p className="max-w-96 text-14 text-balance text-ink-muted">{sentence}</p>
      {action}
      {sample && (
        <div className="mt-2 w-full max-w-120 rounded-card border border-dashed bg-surface-sunken p-4 text-left">
          <p className="mb-2 text-12 text-ink-faint">For example</p>
          {sample}
        </div>
      )}
    </div>
  );
}
