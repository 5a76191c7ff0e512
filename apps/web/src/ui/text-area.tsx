import type { ComponentProps } from 'react';
import { classNames } from '../lib/class-names.ts';
import { useFieldControl } from './field-context.ts';
import { inputClass } from './input-class.ts';

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'className'> {
  readonly isMono?: boolean;
}

/** Several lines of text. Stands in a Field, or has an `aria-label`. */
export function TextArea({ isMono = false, rows = 4, ...rest }: TextAreaProps) {
  const control = useFieldControl();
  return (
    <textarea
      rows={rows}
      {...control}
      {...rest}
      className={classNames(
        inputClass,
        'resize-y read-only:bg-surface-sunken px-3 py-2',
        isMono && 'font-mono text-13',
      )}
    />
  );
}
