import { useRef } from 'react';

interface ReturnFocus {
  readonly onOpenAutoFocus: (event: Event) => void;
  readonly onCloseAutoFocus: (event: Event) => void;
}

const isThere = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.isConnected && element !== document.body;

/**
 * For a dialog that opens by a state of its owner, so that no trigger is known: remembers where the focus was and gives
 * it back there. When that is gone by then (its row was deleted) the heading takes it, so that the keyboard goes on from
 * this page and not from its very beginning.
 */
export const useReturnFocus = (): ReturnFocus => {
  const opener = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: () => {
      opener.current = document.activeElement;
    },
    onCloseAutoFocus: (event) => {
      event.preventDefault();
      const target = isThere(opener.current) ? opener.current : document.querySelector('h1');
      target?.focus();
    },
  };
};
