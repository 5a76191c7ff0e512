import type { LibraryEntry } from '../library/library-entry.ts';
import type { KnownProperty } from './completion-data.ts';

/** What can be put in at the cursor. */
export interface TemplateCompletion {
  readonly label: string;
  readonly detail: string;
  readonly kind: 'variable' | 'filter' | 'test' | 'tag' | 'function' | 'snippet';
  /** What is inserted; `$0` is where the cursor then stands. */
  readonly insert: string;
  /** More about it, one line each. */
  readonly lines: readonly string[];
  readonly example: { readonly source: string; readonly gives: string } | null;
  /** Asks again at once, for what follows the dot. */
  readonly goesOn: boolean;
  /** How many characters before the typed word are replaced as well: the dot before a name that needs brackets. */
  readonly takesBack: number;
}

export interface TemplateCompletions {
  /** Where what is replaced begins. */
  readonly from: number;
  readonly options: readonly TemplateCompletion[];
}

const plain = { lines: [], example: null, goesOn: false, takesBack: 0 } as const;

export const variable = (label: string, detail: string): TemplateCompletion => ({
  ...plain,
  kind: 'variable',
  label,
  detail,
  insert: `${label}$0`,
});

/** A variable of which only parts are of use. */
export const object = (label: string, detail: string): TemplateCompletion => ({
  ...variable(label, detail),
  insert: `${label}.$0`,
  goesOn: true,
});

const isName = (key: string): boolean => /^[a-z_]\w*$/i.test(key);

/** A name behind a dot; one with spaces or signs takes the place of the dot, in brackets. */
export const property = ({ name, detail, lines }: KnownProperty): TemplateCompletion => ({
  ...plain,
  kind: 'variable',
  label: name,
  detail,
  lines,
  ...(isName(name)
    ? { insert: `${name}$0` }
    : {
        insert: `[${JSON.stringify(name)
          .replaceAll("'", String.raw`\'`)
          .replace(/^"|"$/g, "'")}]$0`,
        takesBack: 1,
      }),
});

/** What the documentation describes. */
export const described =
  (kind: TemplateCompletion['kind']) =>
  ({ name, words, example, gives, insert }: LibraryEntry): TemplateCompletion => ({
    ...plain,
    kind,
    label: name,
    detail: words,
    insert,
    lines: [words],
    example: { source: example, gives },
  });

export const endTag = (block: string): TemplateCompletion => ({
  ...plain,
  kind: 'tag',
  label: `end${block}`,
  detail: `ends the ${block}`,
  insert: `end${block} %}$0`,
});
