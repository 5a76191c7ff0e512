interface TagChipsProps {
  readonly tags: readonly string[];
}

const mostShown = 3;

/** The first tags of a scenario, and how many more there are. */
export function TagChips({ tags }: TagChipsProps) {
  const rest = tags.slice(mostShown);
  return (
    <ul aria-label="Tags" className="flex min-w-0 gap-1">
      {tags.slice(0, mostShown).map((tag) => (
        <li
          key={tag}
          className="max-w-24 min-w-6 truncate rounded-[4px] bg-surface-hover px-1.5 text-ink-muted"
        >
          {tag}
        </li>
      ))}
      {rest.length > 0 && (
        <li title={rest.join(', ')} className="shrink-0 text-ink-faint">
          +{rest.length}
          <span className="sr-only"> more: {rest.join(', ')}</span>
        </li>
      )}
    </ul>
  );
}
