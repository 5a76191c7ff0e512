import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { floating } from '../shortcuts/elsewhere.ts';
import { focusFrameWhenLost } from '../state/focus-node.ts';

/** For what lies over the canvas: it takes the focus and gives it back, and Escape leads back to the canvas. */
export const useOverCanvas = (onLeave: () => void): RefObject<HTMLElement | null> => {
  const root = useRef<HTMLElement>(null);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector(floating)) return;
    event.preventDefault();
    onLeave();
  });
  useEffect(() => {
    const before = document.activeElement;
    root.current?.focus();
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
      requestAnimationFrame(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus();
        focusFrameWhenLost();
      });
    };
  }, []);
  return root;
};
