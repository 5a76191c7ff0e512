import { classNames } from '../lib/class-names.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'medium' | 'small';

const variantClasses: { readonly [V in ButtonVariant]: string } = {
  primary: 'bg-accent text-on-accent not-aria-disabled:hover:bg-accent-hover',
  secondary: 'border border-line-button bg-surface text-ink not-aria-disabled:hover:bg-surface-hover',
  ghost:
    'text-ink-muted not-aria-disabled:hover:bg-surface-hover not-aria-disabled:hover:text-ink data-[state=open]:bg-surface-hover',
  danger: 'bg-danger text-on-danger not-aria-disabled:hover:bg-danger-hover',
};

const sizeClasses: { readonly [S in ButtonSize]: string } = {
  medium: 'h-8 px-3 text-13',
  small: 'h-7 px-2 text-12',
};

/** The look of a button, for what is one (Button) and for a link that leads like one. */
export const buttonClass = (variant: ButtonVariant, size: ButtonSize = 'medium'): string =>
  classNames(
    'relative inline-flex shrink-0 items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap select-none',
    'transition-colors duration-(--motion-fast) disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
    variantClasses[variant],
    sizeClasses[size],
  );
