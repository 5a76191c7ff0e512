import { useEffect, useRef } from 'react';

/** Moves the focus to the heading when one step follows another: what had it is gone with the step before. */
export const useStepFocus = (step: string): void => {
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) document.querySelector('h1')?.focus();
    shown.current = step;
  }, [step]);
};
