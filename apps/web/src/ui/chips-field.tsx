import { X } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react';
import { classNames } from '../lib/class-names.ts';
import { useFieldControl } from './field-context.ts';
import { inputClass } from './input-class.ts';

interface ChipsFieldProps {
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  /** What is likely meant, offered while it is typed. */
  readonly suggestions?: readonly string[];
  readonly readOnly?: boolean;
  readonly 'aria-label'?: string;
}

const piecesOf = (text: string): string[] =>
  text
    .split(/[,;\n\t]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

const none: readonly string[] = [];

/** Several short texts: Enter or a comma ends one, Backspace takes the last away. */
export function ChipsField(props: ChipsFieldProps) {
  const { values, onChange, suggestions = none, readOnly = false } = props;
  const control = useFieldControl();
  const listId = useId();
  const [text, setText] = useState('');
  const add = (typed: string) => {
    const added = piecesOf(typed).filter((piece) => !values.includes(piece));
    setText('');
    if (added.length > 0) onChange([...values, ...new Set(added)]);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '' && values.length > 0) {
      onChange(values.slice(0, -1));
    }
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text');
    if (piecesOf(pasted).length < 2) return;
    event.preventDefault();
    add(`${text}${pasted}`);
  };

  return (
    <div
      className={classNames(
        inputClass,
        'flex flex-wrap gap-1 p-1 focus-within:outline-2 focus-within:outline-accent',
      )}
    >
      {values.map((value) => (
        <span
          key={value}
          className="inline-flex max-w-full items-center gap-1 rounded-[4px] bg-surface-hover pl-1.5 text-12 text-ink"
        >
          <span className="truncate">{value}</span>
          {!readOnly && (
            <button
              type="button"
              aria-label={`Remove ${value}`}
              onClick={() => onChange(values.filter((one) => one !== value))}
              className="flex size-5 items-center justify-center rounded-[4px] text-ink-muted hover:text-ink [&_svg]:size-3"
            >
              <X aria-hidden />
            </button>
          )}
        </span>
      ))}
      {!readOnly && (
        <input
          {...control}
          {...(props['aria-label'] ? { 'aria-label': props['aria-label'] } : {})}
          list={listId}
          value={text}
          placeholder={values.length === 0 ? 'values' : ''}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={press}
          onPaste={paste}
          onBlur={() => add(text)}
          className="h-5 min-w-12 flex-1 bg-transparent px-1 text-13 outline-none"
        />
      )}
      <datalist id={listId}>
        {suggestions
          .filter((one) => !values.includes(one))
          .map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
      </datalist>
    </div>
  );
}
