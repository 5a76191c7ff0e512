interface TagChipsProps {
  readonly tags: readonly string[];
}

const mostShown = 2;

/** The first tags of a scenario, and how many more there are. */
export function TagChips({ tags }: TagChipsProps) {
  const rest = tags.slice(mostShown);
  return (
    <ul aria-label="Tags" className="flex min-w-0 flex-wrap gap-1">
      {tags.slice(0, mostShown).map((tag) => (
        <li
          key={tag}
          className="max-w-32 truncate rounded-[4px] border bg-surface px-1.5 leading-[1.125rem] text-ink-muted"
        >
          {tag}
        </li>
      ))}
      {rest.length > 0 && (
        <li title={rest.join(', ')} className="py-px text-ink-faint">
          +{rest.length}
          <span className="sr-only"> more: {rest.join(', ')}</span>
        </li>
      )}
    </ul>
  );
}
