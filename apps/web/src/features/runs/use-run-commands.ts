import { useEffect, useMemo, useRef } from 'react';
import { usePageCommands } from '../../lib/page-commands.ts';
import type { RunCommand } from './find-controls.ts';
import { runLooks } from './run-looks.ts';

/** Offers in the command palette what can be done with the run now. */
export const useRunCommands = (
  possible: readonly RunCommand[],
  give: (command: RunCommand) => void,
): void => {
  const giveNow = useRef(give);
  useEffect(() => {
    giveNow.current = give;
  });
  // The counts of a run change all the time, what can be done with it does not.
  const names = possible.join(' ');
  usePageCommands(
    useMemo(
      () =>
        // Names of commands, joined a few lines before.
        (names.split(' ') as RunCommand[]).map((command) => ({
          id: `run-${command}`,
          label: runLooks[command].named,
          icon: runLooks[command].icon,
          isFirst: true,
          run: () => giveNow.current(command),
        })),
      [names],
    ),
  );
};
