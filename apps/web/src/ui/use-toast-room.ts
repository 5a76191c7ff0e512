import { type RefObject, useEffect, useRef } from 'react';

/** How far toasts stand from the edge, and each from the one before it. */
const edge = 16;
const peek = 14;
const mostStacked = 3;

const measure = (section: HTMLElement): number => {
  const list = section.querySelector<HTMLElement>('[data-sonner-toaster]');
  const height = Number.parseFloat(list?.style.getPropertyValue('--front-toast-height') ?? '');
  if (!list || !(height > 0)) return 0;
  const stacked = Math.min(mostStacked, list.querySelectorAll('[data-sonner-toast]').length);
  return Math.ceil(edge + height + peek * (stacked - 1));
};

/** Keeps `--toast-room` of the page as high as its toasts stand at the lower edge: what must not lie under them ends above it. */
export const useToastRoom = (): RefObject<HTMLElement | null> => {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = section;
    if (!current) return undefined;
    const { style } = document.documentElement;
    const tell = (): void => style.setProperty('--toast-room', `${measure(current)}px`);
    const observer = new MutationObserver(tell);
    observer.observe(current, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['style'],
    });
    return () => {
      observer.disconnect();
      style.removeProperty('--toast-room');
    };
  }, []);
  return section;
};
