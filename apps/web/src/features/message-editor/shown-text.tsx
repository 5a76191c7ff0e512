import { describeHidden, hiddenPattern } from './text/hidden-characters.ts';

/** A text in which also what is not seen is shown, in its place. */
export function ShownText({ text }: { readonly text: string }) {
  const pattern = hiddenPattern();
  if (!pattern.test(text)) return text;
  const hidden = text.match(hiddenPattern()) ?? [];
  return text.split(hiddenPattern()).map((piece, index) => {
    const character = hidden[index];
    const { mark, words } = character === undefined ? { mark: '', words: '' } : describeHidden(character);
    return (
      // oxlint-disable-next-line react/no-array-index-key -- a piece is its place
      <span key={index}>
        {piece}
        {character !== undefined && (
          <abbr className="hidden-mark" title={words}>
            {mark}
          </abbr>
        )}
      </span>
    );
  });
}
