import { Progress as Primitive } from 'radix-ui';

interface ProgressBarProps {
  /** What is going on: "Importing customers". */
  readonly label: string;
  readonly value: number;
  readonly max: number;
}

export function ProgressBar({ label, value, max }: ProgressBarProps) {
  const share = max === 0 ? 0 : Math.min(value / max, 1);
  return (
    <Primitive.Root
      aria-label={label}
      value={Math.min(value, max)}
      max={Math.max(max, 1)}
      className="h-1 w-full overflow-hidden rounded-full bg-surface-hover"
    >
      <Primitive.Indicator
        className="h-full w-full origin-left bg-accent transition-transform duration-(--motion-slow)"
        style={{ transform: `scaleX(${share})` }}
      />
    </Primitive.Root>
  );
}
