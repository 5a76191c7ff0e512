import { Link, type LinkProps } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';

interface Crumb {
  readonly label: string;
  readonly link: Pick<LinkProps, 'to' | 'params' | 'search'>;
}

interface PageProps {
  /** Where we are: the last crumb, the heading and the title of the document. */
  readonly title: string;
  /** In the heading in place of the plain title: a control that changes it, a state beside it. */
  readonly heading?: ReactNode;
  /** The way here, outermost first. */
  readonly crumbs?: readonly Crumb[];
  /** A short state beside the actions: "Saved 10:42". */
  readonly state?: ReactNode;
  /** The buttons of the page, its one primary action last. */
  readonly actions?: ReactNode;
  /** `scroll`: the body scrolls, with a margin. `fill`: the body is as high as the window and its parts scroll. */
  readonly layout?: 'scroll' | 'fill';
  readonly children: ReactNode;
}

const noCrumbs: readonly Crumb[] = [];

/** A screen: the top bar and the work under it. */
export function Page(props: PageProps) {
  const { title, heading, crumbs = noCrumbs, state, actions, layout = 'scroll', children } = props;
  return (
    <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col bg-surface outline-none">
      <title>{`${title} · Curlew`}</title>
      {/* Room on the left for the menu button that the frame shows where the rail has no place. */}
      <header className="flex h-12 shrink-0 items-center gap-3 border-b pr-4 pl-4 max-md:pl-12">
        <div className="flex min-w-0 flex-1 items-center gap-2 text-14">
          {crumbs.length > 0 && (
            <nav aria-label="Breadcrumb" className="flex shrink-0 items-center gap-2 max-md:hidden">
              {crumbs.map((crumb) => (
                <Fragment key={crumb.label}>
                  <Link {...crumb.link} className="rounded-control text-ink-muted hover:text-ink">
                    {crumb.label}
                  </Link>
                  <span aria-hidden className="text-ink-faint">
                    /
                  </span>
                </Fragment>
              ))}
            </nav>
          )}
          <h1
            tabIndex={-1}
            className={classNames('font-semibold text-ink', heading ? 'min-w-0' : 'truncate')}
          >
            {heading ?? title}
          </h1>
        </div>
        {state && <div className="shrink-0 text-12 text-ink-faint max-md:sr-only">{state}</div>}
        {actions && <div className="flex shrink-0 items-center gap-2">{actions}</div>}
      </header>
      <div
        className={classNames(
          'flex min-h-0 flex-1 flex-col',
          layout === 'scroll' && 'overflow-y-auto p-4 md:p-6',
        )}
      >
        {children}
      </div>
    </main>
  );
}
