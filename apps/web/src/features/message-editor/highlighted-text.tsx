import { Fragment, memo } from 'react';
import { ShownText } from './shown-text.tsx';
import { cutText } from './text/cut-text.ts';
import { nameCharacter } from './text/describe-character.ts';
import type { Mark, MarkKind } from './text/message-marks.ts';

interface HighlightedTextProps {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Where the parts after the first begin. */
  readonly borders?: readonly number[];
  /** Parts that have begun before this text, after the first one. */
  readonly partsBefore?: number;
}

const mostNamed = 3;
const noBorders: readonly number[] = [];

// A stretch does not know in which encoding the whole is sent.
const words: { readonly [K in Exclude<MarkKind, 'link'>]: string } = {
  template: 'Filled in for each customer',
  unicode: 'Forces Unicode, where a part holds 70 units instead of 160',
  extension: 'Extension character, two units in GSM-7 and one in Unicode',
};

const explain = (kind: MarkKind, text: string): string => {
  if (kind === 'link') return 'Short link';
  if (kind === 'template') return words[kind];
  const names = [...new Set(text)].slice(0, mostNamed).map(nameCharacter);
  return `${words[kind]}: ${names.join('; ')}`;
};

/** A message with the marks of the editor, for reading. */
export const HighlightedText = memo(function HighlightedText({
  text,
  marks,
  borders = noBorders,
  partsBefore = 0,
}: HighlightedTextProps) {
  return cutText(text, marks, borders).map(({ text: piece, kind, opensPart }, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- by place a key moves one piece, by offset all that follow
    <Fragment key={index}>
      {opensPart !== null && (
        <span className="my-1 flex items-center gap-2 text-12 text-ink-faint select-none before:flex-1 before:border-t before:border-dashed before:border-line-strong after:flex-1 after:border-t after:border-dashed after:border-line-strong">
          {/* A block of its own: what underlines the text around it does not reach in. */}
          <span className="inline-block">part {opensPart + partsBefore}</span>
        </span>
      )}
      {kind === null ? (
        <ShownText text={piece} />
      ) : (
        <span className={`highlight-${kind}`} title={explain(kind, piece)}>
          <ShownText text={piece} />
        </span>
      )}
    </Fragment>
  ));
});
