import type { LucideIcon } from 'lucide-react';
import { useEffect } from 'react';
import { create } from 'zustand';

/** Something that can be done on the page that is open, by its name in the command palette. */
export interface PageCommand {
  readonly id: string;
  /** A verb and what: "Tidy up the canvas". */
  readonly label: string;
  readonly icon: LucideIcon;
  /** Stands before those of others: it is what the page is about now. */
  readonly isFirst?: boolean;
  readonly run: () => void;
}

interface PageCommandsState {
  /** Of each part of the page that offers any, in the order they came. */
  readonly lists: readonly (readonly PageCommand[])[];
}

export const usePageCommandsStore = create<PageCommandsState>()(() => ({ lists: [] }));

/** Offers commands in the palette for as long as the caller is on the screen, beside those of others. Give the same list until it changes. */
export const usePageCommands = (commands: readonly PageCommand[]): void => {
  useEffect(() => {
    usePageCommandsStore.setState(({ lists }) => ({ lists: [...lists, commands] }));
    return () =>
      usePageCommandsStore.setState(({ lists }) => ({ lists: lists.filter((list) => list !== commands) }));
  }, [commands]);
};
