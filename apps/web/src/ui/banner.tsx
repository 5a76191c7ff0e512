import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';
import { toneClasses } from './tone.ts';

type BannerKind = 'error' | 'warning' | 'info';

interface BannerProps {
  readonly kind: BannerKind;
  /** What happened, to what, and what to do. */
  readonly children: ReactNode;
  /** The button that does it. */
  readonly action?: ReactNode;
}

const looks = {
  error: { icon: CircleAlert, classes: toneClasses.bad, role: 'alert' },
  warning: { icon: TriangleAlert, classes: toneClasses.warn, role: 'status' },
  info: { icon: Info, classes: toneClasses.neutral, role: 'status' },
} as const satisfies { readonly [K in BannerKind]: unknown };

export function Banner({ kind, children, action }: BannerProps) {
  const { icon: Icon, classes, role } = looks[kind];
  return (
    <div
      role={role}
      className={classNames('flex items-start gap-3 rounded-control px-3 py-2 text-13', classes)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 py-px text-ink">{children}</div>
      {action}
    </div>
  );
}
