import { type RefObject, useEffect, useRef } from 'react';
import { focusField } from './use-focus-field.ts';

interface Held {
  readonly element: Element;
  /** The fields around it, the innermost first. */
  readonly fields: readonly string[];
}

const fieldsAround = (element: Element, within: Element): readonly string[] => {
  const place = element.closest<HTMLElement>('[data-field]');
  if (!place || !within.contains(place)) return [];
  const own = place.dataset['field'] ?? '';
  return [own, ...(place.parentElement ? fieldsAround(place.parentElement, within) : [])];
};

/**
 * Keeps the focus in a form out of which something is removed: when what had it is gone, the nearest field that is left
 * takes it. On the page itself the next key would mean something else.
 */
export const useKeepFocus = (within: RefObject<HTMLElement | null>): void => {
  const held = useRef<Held | null>(null);
  useEffect(() => {
    const box = within.current;
    const hold = ({ target }: FocusEvent): void => {
      if (box && target instanceof Element)
        held.current = { element: target, fields: fieldsAround(target, box) };
    };
    box?.addEventListener('focusin', hold);
    return () => box?.removeEventListener('focusin', hold);
  }, [within]);
  useEffect(() => {
    const box = within.current;
    if (!box || !held.current || held.current.element.isConnected) return;
    const { fields } = held.current;
    held.current = null;
    if (document.activeElement !== document.body) return;
    const left = fields.find((field) => box.querySelector(`[data-field="${CSS.escape(field)}"]`));
    if (left !== undefined) focusField(box, left);
  });
};
