import { memo } from 'react';

const marks = [
  { className: 'highlight-template', sample: '{{ }}', words: 'filled in for each customer' },
  { className: 'highlight-unicode', sample: 'ž', words: 'forces Unicode' },
  { className: 'highlight-extension', sample: '€', words: 'takes two units' },
] as const;

const link = { className: 'highlight-link', sample: 'https://', words: 'sent as a short link' } as const;

/** What the marks of a message mean. */
export const Legend = memo(function Legend({ shortensLinks }: { readonly shortensLinks: boolean }) {
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-muted">
      {[...marks, ...(shortensLinks ? [link] : [])].map(({ className, sample, words }) => (
        <li key={className} className="flex items-center gap-2">
          <span aria-hidden className={`${className} px-1 font-mono`}>
            {sample}
          </span>
          {words}
        </li>
      ))}
    </ul>
  );
});
