import { useEffect } from 'react';
import { useDocumentState } from '../state/canvas-context.ts';

/** Whatever field is left, in the panel or in a dialog over it: what is typed next is a step of its own. */
export const useCloseStep = (): void => {
  const closeStep = useDocumentState((state) => state.closeStep);
  useEffect(() => {
    window.addEventListener('focusout', closeStep);
    return () => window.removeEventListener('focusout', closeStep);
  }, [closeStep]);
};
