import type { ReactNode } from 'react';

interface ConflictOptionProps {
  readonly title: string;
  /** What will be so afterwards. */
  readonly sentence: string;
  readonly action: ReactNode;
}

export function ConflictOption({ title, sentence, action }: ConflictOptionProps) {
  return (
    <section
      aria-label={title}
      className="flex items-center gap-4 rounded-card border px-4 py-3 max-md:flex-col max-md:items-start"
    >
      <div className="min-w-0 flex-1">
        <h3 className="text-13 font-semibold">{title}</h3>
        <p className="text-13 text-ink-muted">{sentence}</p>
      </div>
      {action}
    </section>
  );
}
