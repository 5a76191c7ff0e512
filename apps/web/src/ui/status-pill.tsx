import type { ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';
import { type Tone, toneClasses } from './tone.ts';

interface StatusPillProps {
  readonly tone: Tone;
  readonly icon?: ReactNode;
  /** The word for the state. */
  readonly children: ReactNode;
}

export function StatusPill({ tone, icon, children }: StatusPillProps) {
  return (
    <span
      className={classNames(
        'inline-flex h-5 align-middle items-center gap-1 rounded-full px-2 text-12 font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0',
        toneClasses[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}
