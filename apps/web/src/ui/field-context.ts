import { createContext, useContext } from 'react';

/** What a control takes over from the Field around it. */
export interface FieldControl {
  readonly id?: string | undefined;
  /** Of a group of controls, which no `label` can be tied to. */
  readonly 'aria-labelledby'?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
  readonly 'aria-required'?: true | undefined;
}

export const FieldContext = createContext<FieldControl>({});

/** The attributes that tie a control to its label, hint and error. */
export const useFieldControl = (): FieldControl => useContext(FieldContext);
