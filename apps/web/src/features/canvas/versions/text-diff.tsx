import { diffWords } from './diff-words.ts';

interface TextDiffProps {
  readonly before: string;
  readonly after: string;
}

/** Two texts as one: struck through what went, underlined what came. */
export function TextDiff({ before, after }: TextDiffProps) {
  const pieces = diffWords(before, after);
  return (
    <p className="rounded-control border bg-surface-sunken px-2 py-1.5 text-12 wrap-anywhere whitespace-pre-wrap">
      {pieces.map(({ how, text }, index) => {
        // The pieces have no name but their place, and are made anew together.
        const key = `${how} ${index}`;
        if (how === 'added')
          return (
            <ins key={key} className="bg-good-wash text-good underline">
              {text}
            </ins>
          );
        if (how === 'removed')
          return (
            <del key={key} className="bg-bad-wash text-bad line-through">
              {text}
            </del>
          );
        return <span key={key}>{text}</span>;
      })}
    </p>
  );
}
