import type { ComponentProps, ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';
import { Tooltip } from './tooltip.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'children' | 'aria-label'> {
  /** What it does: read out, and shown on hover. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly size?: 'medium' | 'small';
  readonly tooltipSide?: 'top' | 'right' | 'bottom' | 'left';
}

export function IconButton({ label, icon, size = 'medium', tooltipSide = 'top', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} side={tooltipSide}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={classNames(
          'inline-flex shrink-0 items-center justify-center rounded-control text-ink-muted select-none [&_svg]:size-4',
          'transition-colors duration-(--motion-fast) hover:bg-surface-hover hover:text-ink disabled:opacity-50',
          'aria-pressed:bg-accent-wash aria-pressed:text-accent-ink data-[state=open]:bg-surface-hover',
          size === 'medium' ? 'size-8' : 'size-7',
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
