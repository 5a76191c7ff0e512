import { mostTags, tagSchema } from '@curlew/contract';
import { X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { Combobox } from '../../../ui/combobox.tsx';
import type { ComboboxOption } from '../../../ui/combobox-options.ts';

interface TagsFieldProps {
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
  /** What stands in the field and is no tag yet. */
  readonly text: string;
  readonly onType: (text: string) => void;
  /** In use elsewhere. */
  readonly suggestions: readonly ComboboxOption[];
  readonly onProblem: (problem: string | undefined) => void;
}

/** The tags with one more: as they were, with a problem, where that cannot be. */
export const addTag = (
  tags: readonly string[],
  typed: string,
): { readonly tags: readonly string[]; readonly problem?: string } => {
  const tag = tagSchema.safeParse(typed);
  if (!tag.success) return { tags, problem: tag.error.issues[0]?.message ?? 'Type a tag' };
  if (tags.some((one) => one.toLowerCase() === tag.data.toLowerCase())) return { tags };
  if (tags.length >= mostTags) return { tags, problem: `A scenario has at most ${mostTags} tags` };
  return { tags: [...tags, tag.data] };
};

const focusField = (box: RefObject<HTMLDivElement | null>): void =>
  box.current?.querySelector('input')?.focus();

/** Tags as chips, and a field for one more. Stands in a Field. */
export function TagsField(props: TagsFieldProps) {
  const { tags, onChange, text, onType, suggestions, onProblem } = props;
  const box = useRef<HTMLDivElement>(null);
  const add = (typed: string) => {
    const added = addTag(tags, typed);
    onProblem(added.problem);
    if (added.problem !== undefined) return;
    onChange(added.tags);
    onType('');
  };
  const press = (event: KeyboardEvent) => {
    const isTaken = event.defaultPrevented;
    if (event.key === ',' || (event.key === 'Enter' && text.trim() !== '' && !isTaken)) {
      event.preventDefault();
      if (text.trim() !== '') add(text);
    } else if (event.key === 'Backspace' && text === '' && event.target instanceof HTMLInputElement) {
      onChange(tags.slice(0, -1));
    }
  };
  const known = new Set(tags.map((tag) => tag.toLowerCase()));

  return (
    // The keys are those of the field in it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={box} className="flex flex-col gap-2" onKeyDown={press}>
      {tags.length > 0 && (
        <ul aria-label="Tags" className="flex flex-wrap gap-1">
          {tags.map((tag) => (
            <li
              key={tag}
              className="inline-flex max-w-full items-center gap-1 rounded-[4px] bg-surface-hover pl-2 text-12 text-ink"
            >
              <span className="truncate">{tag}</span>
              <button
                type="button"
                aria-label={`Remove ${tag}`}
                onClick={() => {
                  onChange(tags.filter((one) => one !== tag));
                  focusField(box);
                }}
                className="flex size-6 items-center justify-center rounded-[4px] text-ink-muted hover:text-ink [&_svg]:size-3"
              >
                <X aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        noun="Tags in use"
        options={suggestions.filter(({ value }) => !known.has(value.toLowerCase()))}
        value={text}
        onType={(typed) => {
          onProblem(undefined);
          onType(typed);
        }}
        onChoose={add}
        placeholder="Type a tag, then Enter"
      />
    </div>
  );
}
