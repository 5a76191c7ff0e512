import type { ScenarioDocument } from '@curlew/scenario';
import { useStore } from 'zustand';
import type { DryRunStore } from './dry-run-store.ts';

/** Nobody clicks or buys for true in a dry run: says which A/B tests go without a winner until one is chosen. */
export function WinnerNote({ document, store }: { document: ScenarioDocument; store: DryRunStore }) {
  const { variants, winners } = useStore(store, ({ script }) => script);
  const decided = new Set([...variants, ...winners].map(({ nodeId }) => nodeId));
  const open = document.nodes.filter(
    (node) => node.kind === 'split' && node.settings.winner !== null && !decided.has(node.id),
  );
  if (open.length === 0) return null;
  const names = open.map(({ name }) => `“${name}”`).join(', ');
  return (
    <p className="text-12 text-ink-muted">
      No variant of {names} wins here: choose which one does under “Start, length and answers”.
    </p>
  );
}
