import { FlaskConical } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { usePageCommands } from '../../lib/page-commands.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { DryRunStore } from './dry-run-store.ts';

const toggle = (store: DryRunStore): void =>
  store.setState(({ isOpen }) => ({ isOpen: !isOpen, isPlaying: false, at: null }));

/** Opens and closes the dry run of what is drawn. */
export function DryRunButton({ store }: { readonly store: DryRunStore }) {
  const isOpen = useStore(store, (state) => state.isOpen);
  usePageCommands(
    useMemo(
      () => [
        {
          id: 'dry-run',
          label: isOpen ? 'Close the dry run' : 'Open the dry run',
          icon: FlaskConical,
          isFirst: true,
          run: () => toggle(store),
        },
      ],
      [isOpen, store],
    ),
  );
  return (
    <IconButton
      label="Dry run"
      icon={<FlaskConical />}
      tooltipSide="bottom"
      aria-pressed={isOpen}
      onClick={() => toggle(store)}
    />
  );
}
