import { use } from 'react';
import { ShowWalksContext } from './show-walks-context.ts';

interface ShowWalksButtonProps {
  readonly nodeId: string;
  readonly name: string;
  /** The counts in full, which are shortened below it. */
  readonly figures: string;
}

/** Lies over the counts of a card: shows who they are. With the keyboard the panel of the node leads there. */
export function ShowWalksButton({ nodeId, name, figures }: ShowWalksButtonProps) {
  const showWalks = use(ShowWalksContext);
  if (!showWalks) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={`Who was at ${name}`}
      title={`${figures}: who`}
      className="nokey nopan absolute inset-0 rounded-b-card hover:bg-accent/8"
      onClick={(event) => {
        event.stopPropagation();
        showWalks(nodeId);
      }}
    />
  );
}
