import { type RefObject, useEffect } from 'react';

const controls =
  ':is(input, select, textarea, button, [contenteditable="true"]):not(:disabled, [tabindex="-1"])';

const parentOf = (field: string): string => field.slice(0, Math.max(0, field.lastIndexOf('.')));

/** Puts the focus on the control of a field, by its dotted path (`data-field`). */
export const focusField = (within: HTMLElement, field: string): void => {
  if (field === '') return;
  const places = [...within.querySelectorAll<HTMLElement>('[data-field]')];
  const place = places.find(({ dataset }) => dataset['field'] === field);
  const control = place?.querySelector<HTMLElement>(controls);
  if (control) control.focus();
  // What is said of a part that has no control of its own is said of the whole that it belongs to.
  else focusField(within, parentOf(field));
};

/** Asks for a field; another object each time, so that the same field can be asked for again. */
interface FocusRequest {
  readonly field: string | null;
}

/** Puts the focus on the control of a field, by its dotted path (`data-field`), at the beginning and when another is asked for. */
export const useFocusField = (
  within: RefObject<HTMLElement | null>,
  asked: FocusRequest | string | null,
): void => {
  useEffect(() => {
    const field = typeof asked === 'string' ? asked : asked?.field;
    if (field && within.current) focusField(within.current, field);
  }, [within, asked]);
};
