import { type Resolver, useController, useForm } from 'react-hook-form';
import { noteOf, type FieldNote } from '../../../../lib/note-of.ts';
import { useSettings } from './settings-context.ts';
import type { SettingsPath } from './settings-path.ts';

interface EntryInput {
  readonly path: SettingsPath;
  /** The value of the document, as text. */
  readonly text: string;
  /** What is typed, as a value; the text itself where it is none, for the schema to refuse. */
  readonly read?: (text: string) => unknown;
  /** What the schema cannot say of a text: it is not written then. */
  readonly findProblem?: (text: string) => string | null;
}

interface Entry {
  /** For the control that takes the text. */
  readonly control: {
    readonly ref: (element: HTMLElement | null) => void;
    readonly value: string;
    readonly onBlur: () => void;
    readonly readOnly: boolean;
  };
  readonly change: (text: string) => void;
  /** A text that was chosen, not typed: a step of its own. */
  readonly choose: (text: string) => void;
  /** Why the text cannot be saved, else what the checks say of the document. */
  readonly note: FieldNote;
}

const asText = (text: string): string => text;
const noProblem = (): null => null;

/**
 * A typed value. Each is a form of its own: an entry that cannot be saved has to outlive changes of the other fields,
 * and to give way when its own value is changed by undo or by someone else.
 */
export const useEntry = ({ path, text, read = asText, findProblem = noProblem }: EntryInput): Entry => {
  const settings = useSettings();
  const problemOf = (entry: string): string | null => {
    const found = findProblem(entry);
    if (found !== null) return found;
    const result = settings.read(path, read(entry));
    return result.ok ? null : result.message;
  };
  const resolver: Resolver<{ entry: string }> = (values) => {
    const message = problemOf(values.entry);
    return message === null
      ? { values, errors: {} }
      : { values: {}, errors: { entry: { type: 'value', message } } };
  };
  const { control, formState } = useForm({ values: { entry: text }, mode: 'onChange', resolver });
  const { field } = useController({ control, name: 'entry' });
  const error = formState.errors.entry?.message;
  return {
    control: {
      ref: field.ref,
      value: field.value,
      onBlur: field.onBlur,
      readOnly: settings.isReadOnly,
    },
    change: (typed) => {
      field.onChange(typed);
      if (typed !== text && problemOf(typed) === null) settings.type(path, read(typed));
    },
    choose: (chosen) => {
      field.onChange(chosen);
      if (chosen !== text && problemOf(chosen) === null) settings.choose(path, read(chosen));
    },
    note:
      error === undefined ? noteOf(settings.issues, path) : { hint: undefined, warning: undefined, error },
  };
};
