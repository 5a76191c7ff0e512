import type { SettingChange } from '@curlew/scenario';
import { MoveRight } from 'lucide-react';
import { TextDiff } from './text-diff.tsx';

interface SettingLineProps {
  readonly change: SettingChange;
}

const referenceWords = ({ before, after }: SettingChange): string => {
  if (after === null || after === '') return 'none any more';
  return before === null || before === '' ? 'chosen' : 'another one';
};

/** One setting that is other than before: short values side by side, texts laid over each other. */
export function SettingLine({ change }: SettingLineProps) {
  const { label, before, after, form } = change;
  if (form === 'text')
    return (
      <li className="flex flex-col gap-1">
        <span className="text-12 text-ink-muted">{label}</span>
        <TextDiff before={before ?? ''} after={after ?? ''} />
      </li>
    );
  return (
    <li className="flex flex-wrap items-center gap-x-1.5 text-12 text-ink-muted">
      <span>{label}</span>
      {form === 'reference' ? (
        <span className="text-ink">{referenceWords(change)}</span>
      ) : (
        <>
          <del className="wrap-anywhere text-bad line-through">{before || 'nothing'}</del>
          <MoveRight aria-label="is now" className="size-3 shrink-0" />
          <ins className="wrap-anywhere text-good no-underline">{after || 'nothing'}</ins>
        </>
      )}
    </li>
  );
}
