import { FlaskConical } from 'lucide-react';
import { useStore } from 'zustand';
import { IconButton } from '../../ui/icon-button.tsx';
import type { DryRunStore } from './dry-run-store.ts';

/** Opens and closes the dry run of what is drawn. */
export function DryRunButton({ store }: { readonly store: DryRunStore }) {
  const isOpen = useStore(store, (state) => state.isOpen);
  return (
    <IconButton
      label="Dry run"
      icon={<FlaskConical />}
      tooltipSide="bottom"
      aria-pressed={isOpen}
      onClick={() => store.setState({ isOpen: !isOpen, isPlaying: false, at: null })}
    />
  );
}
