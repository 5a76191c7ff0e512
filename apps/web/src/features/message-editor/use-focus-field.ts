import { type RefObject, useEffect } from 'react';

const controls = 'input, select, button, [contenteditable="true"]';

const focusField = (within: HTMLElement, field: string): void => {
  const places = [...within.querySelectorAll<HTMLElement>('[data-field]')];
  const place = places.find(({ dataset }) => dataset['field'] === field);
  place?.querySelector<HTMLElement>(controls)?.focus();
};

/** Puts the focus on the control of a field, by its dotted path, when the path changes and at the beginning. */
export const useFocusField = (within: RefObject<HTMLElement | null>, field: string | null): void => {
  useEffect(() => {
    if (field !== null && within.current) focusField(within.current, field);
  }, [within, field]);
};
