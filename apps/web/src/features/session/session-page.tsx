import type { ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { Logo } from '../../ui/logo.tsx';

interface SessionPageProps {
  /** The heading and the title of the document. */
  readonly title: string;
  /** One sentence under the heading. */
  readonly lead?: ReactNode;
  readonly size?: 'narrow' | 'wide';
  readonly children: ReactNode;
  /** Stands under the card: other ways out. */
  readonly foot?: ReactNode;
}

/** A screen outside of any project, in the middle of an empty page. */
export function SessionPage({ title, lead, size = 'narrow', children, foot }: SessionPageProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="flex min-w-0 flex-1 flex-col items-center overflow-y-auto bg-surface-sunken px-4 py-8 outline-none"
    >
      <title>{`${title} · Curlew`}</title>
      <div
        className={classNames(
          'my-auto flex w-full flex-col gap-6',
          size === 'narrow' ? 'max-w-88' : 'max-w-140',
        )}
      >
        <p className="flex items-center justify-center gap-2 text-16 font-semibold">
          <Logo />
          Curlew
        </p>
        <div className="flex flex-col gap-5 rounded-card border bg-surface p-6">
          <header className="flex flex-col gap-1">
            <h1 tabIndex={-1} className="text-20 font-semibold">
              {title}
            </h1>
            {lead && <p className="text-13 text-ink-muted">{lead}</p>}
          </header>
          {children}
        </div>
        {foot && (
          <footer className="flex flex-wrap items-center justify-center gap-2 text-center text-12 text-ink-muted">
            {foot}
          </footer>
        )}
      </div>
    </main>
  );
}
