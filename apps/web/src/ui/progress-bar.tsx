import { Progress as Primitive } from 'radix-ui';

interface ProgressBarProps {
  /** What is going on: "Importing customers". */
  readonly label: string;
  readonly value: number;
  /** Null: nobody knows how much there is; the bar only shows that it goes on. */
  readonly max: number | null;
}

const barClass = 'h-full w-full bg-accent';

export function ProgressBar({ label, value, max }: ProgressBarProps) {
  const isKnown = max !== null;
  const share = isKnown && max > 0 ? Math.min(value / max, 1) : 0;
  return (
    <Primitive.Root
      aria-label={label}
      value={isKnown ? Math.min(value, max) : null}
      max={isKnown ? Math.max(max, 1) : 100}
      className="h-1 w-full overflow-hidden rounded-full bg-surface-hover"
    >
      {isKnown ? (
        <Primitive.Indicator
          className={`${barClass} origin-left transition-transform duration-(--motion-slow)`}
          style={{ transform: `scaleX(${share})` }}
        />
      ) : (
        <Primitive.Indicator className={`${barClass} max-w-1/4 animate-sweep`} />
      )}
    </Primitive.Root>
  );
}
