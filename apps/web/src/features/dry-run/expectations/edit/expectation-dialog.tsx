import type { Expectation, Expected } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import { Plus } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { formatMomentIn } from '../../../../lib/format-in-zone.ts';
import { Banner } from '../../../../ui/banner.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Field } from '../../../../ui/field.tsx';
import { Switch } from '../../../../ui/switch.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { showExpectation } from '../show-expectation.ts';
import { ExpectedItem } from './expected-item.tsx';
import { draftItems, newItem, readItem } from './item-draft.ts';

/** What was changed of an expectation. */
export interface ChangedExpectation {
  readonly name: string;
  readonly blocks: boolean;
  readonly expected: Expected[];
}

interface ExpectationDialogProps {
  readonly expectation: Expectation;
  readonly document: ScenarioDocument;
  /** The project's. */
  readonly timeZone: string;
  /** Why it could not be saved; null: nothing went wrong. */
  readonly problem: string | null;
  readonly isSaving: boolean;
  readonly onSave: (changed: ChangedExpectation) => void;
  readonly onClose: () => void;
}

const most = 50;

const kinds = [
  { kind: 'gets', label: 'A message' },
  { kind: 'gets_nothing', label: 'No message' },
  { kind: 'ends_at', label: 'Where the way ends' },
] as const satisfies readonly { readonly kind: Expected['kind']; readonly label: string }[];

/** The form of an expectation: its name, what it does to a start, and all that is expected. What was typed stays until it is saved. */
export function ExpectationDialog({ expectation, document, timeZone, ...props }: ExpectationDialogProps) {
  const { problem, isSaving, onSave, onClose } = props;
  const formId = useId();
  const [name, setName] = useState(expectation.name);
  const [blocks, setBlocks] = useState(expectation.blocks);
  const [items, setItems] = useState(() => draftItems(expectation.expected));
  const [isAsked, setAsked] = useState(false);
  const [{ startsAt }] = useState(() => showExpectation(expectation, { now: Date.now(), timeZone }));
  const read = items.map(readItem);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    const expected = read.flatMap((item) => (item.ok ? [item.expected] : []));
    if (name.trim() === '' || items.length === 0 || expected.length < items.length) return;
    onSave({ name: name.trim(), blocks, expected });
  };
  const add = (kind: Expected['kind']): void =>
    setItems([...items, newItem(kind, Math.max(-1, ...items.map(({ key }) => key)) + 1)]);

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={`Change “${expectation.name}”`}
      description="What a customer is to get, played again before each start."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} loading={isSaving}>
            Save expectation
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4" noValidate>
        {problem !== null && <Banner kind="error">It was not saved: {problem}</Banner>}
        <Field label="Name" error={isAsked && name.trim() === '' ? 'Type a name' : undefined}>
          <TextField value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Switch
          label="Blocks the start"
          hint="Off: it warns before the start."
          isOn={blocks}
          onChange={setBlocks}
        />
        <div className="flex flex-col gap-2">
          <h3 className="text-13 font-semibold">Expected</h3>
          <p className="text-12 text-ink-muted">
            Times count from the start of the dry run, {formatMomentIn(startsAt, timeZone)} as it would be
            now.
          </p>
          <ol aria-label="Expected" className="flex flex-col gap-2">
            {items.map((item, index) => {
              const own = read[index];
              return (
                <ExpectedItem
                  key={item.key}
                  item={item}
                  number={index + 1}
                  mistake={isAsked && own?.ok === false ? own.mistake : undefined}
                  document={document}
                  writeAfter={(seconds) => formatMomentIn(startsAt + seconds * 1_000, timeZone)}
                  onChange={(changed) => setItems(items.with(index, changed))}
                  onRemove={() => setItems(items.toSpliced(index, 1))}
                />
              );
            })}
          </ol>
          {isAsked && items.length === 0 && (
            <p role="alert" className="text-12 text-bad">
              Expect something: add a message, or that there is none.
            </p>
          )}
          {items.length < most && (
            <div className="flex flex-wrap gap-1">
              {kinds.map(({ kind, label }) => (
                <Button key={kind} size="small" icon={<Plus />} onClick={() => add(kind)}>
                  {label}
                </Button>
              ))}
            </div>
          )}
        </div>
      </form>
    </Dialog>
  );
}
