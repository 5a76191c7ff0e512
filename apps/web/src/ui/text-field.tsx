import type { ComponentProps } from 'react';
import { classNames } from '../lib/class-names.ts';
import { useFieldControl } from './field-context.ts';
import { inputClass } from './input-class.ts';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'className' | 'size'> {
  readonly size?: 'medium' | 'small';
  /** Code, templates, phone numbers. */
  readonly isMono?: boolean;
}

/** One line of text. Stands in a Field, or has an `aria-label`. */
export function TextField({ size = 'medium', isMono = false, ...rest }: TextFieldProps) {
  const control = useFieldControl();
  return (
    <input
      type="text"
      {...control}
      {...rest}
      className={classNames(
        inputClass,
        'read-only:bg-surface-sunken',
        size === 'medium' ? 'h-8 px-3' : 'h-7 px-2',
        size === 'medium' && !isMono ? 'text-14' : 'text-13',
        isMono && 'font-mono [font-variant-ligatures:none]',
      )}
    />
  );
}
