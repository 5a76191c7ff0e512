import { useState, type FormEvent } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { knownLanguages } from './known-languages.ts';
import { readLanguage } from './read-language.ts';

interface LanguageDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly description: string;
  /** A verb: "Add language". */
  readonly submitLabel: string;
  /** Tags that have a version. */
  readonly taken: readonly string[];
  readonly onChoose: (language: string) => void;
  readonly onClosed?: () => void;
}

const options = knownLanguages.map(({ tag, name }) => ({ value: name, end: tag }));

/** Asks for a language. */
export function LanguageDialog(props: LanguageDialogProps) {
  const { isOpen, onOpenChange, title, description, submitLabel, taken, onChoose, onClosed } = props;
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();

  const close = () => {
    onOpenChange(false);
    setText('');
    setError(undefined);
  };
  const change = (typed: string) => {
    setText(typed);
    setError(undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readLanguage(text, taken);
    if (!read.ok) {
      setError(read.message);
      return;
    }
    onChoose(read.language);
    close();
  };

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => !open && close()}
      {...(onClosed ? { onClosed } : {})}
      title={title}
      description={description}
      size="small"
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Language" hint="A name, or a tag such as sk or pt-BR" error={error}>
          <Combobox noun="Languages" options={options} value={text} onType={change} onChoose={change} />
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" variant="primary">
            {submitLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
