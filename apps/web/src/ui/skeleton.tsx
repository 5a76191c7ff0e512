interface SkeletonProps {
  /** What is on its way, for screen readers: "Loading scenarios". */
  readonly label: string;
  readonly rows?: number;
}

// Uneven, as text is; by place, so that nothing jumps between renders.
const widths = ['w-3/5', 'w-2/5', 'w-4/5', 'w-1/2', 'w-2/3'] as const;

/** The shape of rows that are on their way. */
export function Skeleton({ label, rows = 5 }: SkeletonProps) {
  return (
    <output aria-label={label} className="flex flex-col gap-4 p-4">
      {Array.from({ length: rows }, (_, row) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows are alike and never move
        <span
          key={row}
          className={`h-4 animate-breathe rounded-control bg-surface-hover ${widths[row % widths.length]}`}
        />
      ))}
    </output>
  );
}
