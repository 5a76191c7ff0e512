import { createContext, type RefObject } from 'react';

/** The button of the menu around an item. */
export const MenuTriggerContext = createContext<RefObject<HTMLElement | null> | null>(null);
