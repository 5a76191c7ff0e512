import { type ScenarioDocument, nodeKinds } from '@curlew/scenario';
import { X } from 'lucide-react';
import { Field } from '../../../../ui/field.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import type { ItemDraft, ItemMistake } from './item-draft.ts';
import { readSpan } from './span-text.ts';

interface ExpectedItemProps {
  readonly item: ItemDraft;
  /** Counts from 1. */
  readonly number: number;
  readonly mistake: ItemMistake | undefined;
  readonly document: ScenarioDocument;
  /** Writes the moment that is so many seconds after the start. */
  readonly writeAfter: (seconds: number) => string;
  readonly onChange: (item: ItemDraft) => void;
  readonly onRemove: () => void;
}

const titles: { readonly [K in ItemDraft['kind']]: string } = {
  gets: 'Gets a message',
  gets_nothing: 'Gets no message',
  ends_at: 'Ends at a node',
};

const optionsOf = (document: ScenarioDocument, { kind, nodeId }: ItemDraft) => {
  const nodes = document.nodes
    .filter((node) => kind !== 'gets' || node.kind === 'sms')
    .map((node) => ({ value: node.id, label: node.name || nodeKinds[node.kind].title }));
  const isGone = nodeId !== '' && !nodes.some(({ value }) => value === nodeId);
  return [
    ...(kind === 'gets' ? [{ value: '', label: 'Any message' }] : []),
    ...nodes,
    ...(isGone ? [{ value: nodeId, label: 'A node that is gone' }] : []),
  ];
};

const languagesOf = (document: ScenarioDocument, { nodeId, language }: ItemDraft) => {
  const written = document.nodes
    .filter((node) => node.kind === 'sms')
    .filter(({ id }) => nodeId === '' || id === nodeId)
    .flatMap(({ settings }) => settings.versions.map((version) => version.language));
  const all = [...new Set([...written, ...(language === '' ? [] : [language])])];
  return [{ value: '', label: 'Any language' }, ...all.map((value) => ({ value, label: value }))];
};

/** One thing that is expected: which message, what it says, in which language and when, or where the way ends. */
export function ExpectedItem({ item, number, mistake, document, ...props }: ExpectedItemProps) {
  const { writeAfter, onChange, onRemove } = props;
  const errorOf = (field: ItemMistake['field']): string | undefined =>
    mistake?.field === field ? mistake.message : undefined;
  const set = (changed: Partial<ItemDraft>): void => onChange({ ...item, ...changed });
  const moment = (field: 'from' | 'to') => {
    const seconds = readSpan(item[field]);
    const hint = seconds === null ? 'Empty: at any time' : writeAfter(seconds);
    return (
      <Field label={field === 'from' ? 'Earliest' : 'Latest'} hint={hint} error={errorOf(field)}>
        <TextField
          size="small"
          placeholder="2 d 3 h 30 min"
          value={item[field]}
          onChange={(event) => set({ [field]: event.target.value })}
        />
      </Field>
    );
  };
  const place = (
    <Field label={item.kind === 'gets' ? 'Message' : 'Node'} error={errorOf('node')}>
      <Select
        size="small"
        options={optionsOf(document, item)}
        value={item.kind === 'ends_at' && item.nodeId === '' ? null : item.nodeId}
        onChange={(nodeId) => set({ nodeId })}
      />
    </Field>
  );
  return (
    <li
      aria-label={`${number}. ${titles[item.kind]}`}
      className="flex flex-col gap-2 rounded-card border p-3"
    >
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 text-13 font-medium text-ink">{titles[item.kind]}</p>
        <IconButton label={`Remove ${number}`} icon={<X />} size="small" onClick={onRemove} />
      </div>
      {item.kind === 'gets' && (
        <div className="grid grid-cols-[2fr_1fr] gap-2">
          {place}
          <Field label="Language">
            <Select
              size="small"
              options={languagesOf(document, item)}
              value={item.language}
              onChange={(language) => set({ language })}
            />
          </Field>
        </div>
      )}
      {item.kind === 'ends_at' && place}
      {item.kind === 'gets' && (
        <>
          <Field label="Its text has" hint="Empty: whatever it says">
            <TextField
              size="small"
              maxLength={500}
              value={item.contains}
              onChange={(event) => set({ contains: event.target.value })}
            />
          </Field>
          <div className="grid grid-cols-2 gap-2">
            {moment('from')}
            {moment('to')}
          </div>
        </>
      )}
    </li>
  );
}
