import type { ComponentProps } from 'react';
import { classNames } from '../lib/class-names.ts';
import { useFieldControl } from './field-context.ts';
import { inputClass } from './input-class.ts';

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'className'> {
  readonly isMono?: boolean;
  /** As high as its text, up to half the window. */
  readonly isGrowing?: boolean;
}

/** Several lines of text. Stands in a Field, or has an `aria-label`. */
export function TextArea({ isMono = false, isGrowing = false, rows = 4, ...rest }: TextAreaProps) {
  const control = useFieldControl();
  return (
    <textarea
      rows={rows}
      {...control}
      {...rest}
      // What grows with its text takes no notice of its rows.
      style={isGrowing ? { minHeight: `calc(${rows}lh + 14px)` } : undefined}
      className={classNames(
        inputClass,
        'read-only:bg-surface-sunken px-3',
        isGrowing ? 'field-sizing-content max-h-[50dvh] resize-none py-1.5' : 'resize-y py-2',
        isMono ? 'font-mono text-13 [font-variant-ligatures:none]' : 'text-14',
      )}
    />
  );
}
