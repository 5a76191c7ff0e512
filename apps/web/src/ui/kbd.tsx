interface KbdProps {
  /** In the order they are pressed: ["Ctrl", "K"]. */
  readonly keys: readonly string[];
}

export function Kbd({ keys }: KbdProps) {
  return (
    <span className="inline-flex gap-0.5">
      {keys.map((key) => (
        <kbd
          key={key}
          className="min-w-5 rounded-[4px] border bg-surface px-1 text-center font-sans text-12 text-ink-faint"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
