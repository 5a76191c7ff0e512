import { type RefObject, useRef, useState } from 'react';

/**
 * Where what floats is put into the page: the landmark or dialog of its trigger, so that a screen reader finds it in
 * its context and a dialog's hold on the focus does not shut it out. Looked up at each opening, when the trigger is there.
 */
export const useFloatHome = <Trigger extends HTMLElement = HTMLButtonElement>(): {
  readonly triggerRef: RefObject<Trigger | null>;
  readonly home: HTMLElement | null;
  readonly findHome: () => void;
} => {
  const triggerRef = useRef<Trigger>(null);
  const [home, setHome] = useState<HTMLElement | null>(null);
  const findHome = () =>
    setHome(triggerRef.current?.closest<HTMLElement>('[role="dialog"], aside, main') ?? null);
  return { triggerRef, home, findHome };
};
