import { createContext, use, useEffect, useEffectEvent } from 'react';

/** Takes the Escape key where something smaller than the dialog is open; true when it had use for it. */
export type EscapeHandler = (target: EventTarget | null) => boolean;

/** Adds a handler until the returned function is called. */
export type AddEscapeHandler = (handler: EscapeHandler) => () => void;

export const EscapeContext = createContext<AddEscapeHandler>(() => () => {});

/** The dialog hears Escape before anything in it does, and asks these handlers before it closes. */
export const useEscape = (handler: EscapeHandler): void => {
  const add = use(EscapeContext);
  const handle = useEffectEvent(handler);
  useEffect(() => add((target) => handle(target)), [add]);
};
