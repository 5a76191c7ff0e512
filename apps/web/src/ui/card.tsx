import type { ReactNode } from 'react';

interface CardProps {
  readonly title?: string;
  /** Buttons at the far end of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Card({ title, actions, children }: CardProps) {
  return (
    <section className="rounded-card border bg-surface" {...(title ? { 'aria-label': title } : {})}>
      {(title ?? actions) && (
        <header className="flex min-h-11 items-center justify-between gap-4 border-b px-4 py-2">
          {title && <h2 className="text-14 font-semibold">{title}</h2>}
          {actions && <div className="flex items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className="p-4">{children}</div>
    </section>
  );
}
