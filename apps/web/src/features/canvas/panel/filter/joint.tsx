interface JointProps {
  readonly word: 'and' | 'or';
}

/** Between two questions: whether both must hold, or one of them. */
export function Joint({ word }: JointProps) {
  return (
    <p className="flex items-center gap-2 text-12 text-ink-faint before:h-px before:w-3 before:bg-line after:h-px after:flex-1 after:bg-line">
      {word}
    </p>
  );
}
