import { useCallback, useRef } from 'react';
import type { AddEscapeHandler, EscapeHandler } from './use-escape.ts';

/** Collects the handlers of what stands in a dialog; `handle` asks them, the newest first. */
export const useEscapeHandlers = (): {
  readonly add: AddEscapeHandler;
  readonly handle: EscapeHandler;
} => {
  const handlers = useRef<readonly EscapeHandler[]>([]);
  const add: AddEscapeHandler = useCallback((handler) => {
    handlers.current = [handler, ...handlers.current];
    return () => {
      handlers.current = handlers.current.filter((one) => one !== handler);
    };
  }, []);
  const handle: EscapeHandler = useCallback(
    (target) => handlers.current.some((handler) => handler(target)),
    [],
  );
  return { add, handle };
};
