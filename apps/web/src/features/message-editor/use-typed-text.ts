import { useEffect, useEffectEvent, useState } from 'react';
import { createTypedText, type TypedText } from './typed-text.ts';

/** What is typed into a message, shown at once and given on in the pauses of the keys; nothing of it is lost when the page goes. */
export const useTypedText = (
  given: string,
  onChange: (text: string) => void,
): TypedText & { text: string } => {
  const [pending, setPending] = useState<string | null>(null);
  const change = useEffectEvent(onChange);
  const [typed] = useState(() =>
    createTypedText({
      onPending: setPending,
      onGive: (text) => change(text),
      setTimer: (work, ms) => {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
    }),
  );

  useEffect(() => typed.meet(given), [typed, given]);
  useEffect(() => {
    const { flush } = typed;
    const flushWhenHidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    // Before all who save what is given.
    const first = { capture: true };
    window.addEventListener('blur', flush, first);
    window.addEventListener('pagehide', flush, first);
    window.addEventListener('visibilitychange', flushWhenHidden, first);
    return () => {
      window.removeEventListener('blur', flush, first);
      window.removeEventListener('pagehide', flush, first);
      window.removeEventListener('visibilitychange', flushWhenHidden, first);
      flush();
    };
  }, [typed]);

  return { ...typed, text: pending ?? given };
};
