import type { ReactNode } from 'react';
import { type FieldControl, FieldContext } from './field-context.ts';

interface OwnLabelProps {
  /** A control with an `aria-label`. */
  readonly children: ReactNode;
}

const none: FieldControl = {};

/** A second control in a Field, beside the one that the label names. */
export function OwnLabel({ children }: OwnLabelProps) {
  return <FieldContext value={none}>{children}</FieldContext>;
}
