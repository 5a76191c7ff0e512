import { momentOnClock, nodeKinds, triggerNodes, type ScenarioDocument } from '@curlew/scenario';
import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { writeWallTime } from '../../lib/format-in-zone.ts';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { changeScript, type DryRunStore } from './dry-run-store.ts';
import { NodeAnswers } from './node-answers.tsx';
import { changeReceipt, receiptOf, type Receipt } from './react-to-message.ts';

interface ScriptFieldsProps {
  readonly store: DryRunStore;
  readonly document: ScenarioDocument;
  /** Of the clock that times are typed by. */
  readonly timeZone: string;
  readonly writeMoment: (at: number) => string;
}

const receipts = [
  { value: 'delivered', label: 'Delivered' },
  { value: 'failed', label: 'Failed' },
  { value: 'nothing', label: 'No word' },
] as const satisfies readonly { readonly value: Receipt; readonly label: string }[];

const lengths = [
  { value: '1', label: '1 day' },
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '400', label: '400 days' },
] as const;

/** When it starts, how long it goes, and what the world decides meanwhile. */
export function ScriptFields({ store, document, timeZone, writeMoment }: ScriptFieldsProps) {
  const script = useStore(store, (state) => state.script);
  const startsAt = useStore(store, (state) => state.startsAt);
  const entrances = [
    { value: '', label: 'As the triggers say' },
    ...triggerNodes(document).map(({ id, name, kind }) => ({
      value: id,
      label: `At once by ${name || nodeKinds[kind].title}`,
    })),
  ];
  return (
    <>
      <Field label="Starts" hint={timeZone}>
        <TextField
          type="datetime-local"
          size="small"
          value={writeWallTime(startsAt, timeZone)}
          onChange={(event) => {
            const [day, time] = event.target.value.split('T');
            if (day && time)
              store.setState({ startsAt: momentOnClock(day, time.slice(0, 5), timeZone), at: null });
          }}
        />
      </Field>
      <Field label="Goes on for">
        <Select
          size="small"
          options={lengths}
          value={lengths.find(({ value }) => value === String(script.days))?.value ?? null}
          onChange={(days) => changeScript(store, (before) => ({ ...before, days: Number(days) }))}
        />
      </Field>
      <Field label="Comes in">
        <Select
          size="small"
          options={entrances}
          value={script.enterBy ?? ''}
          onChange={(id) => changeScript(store, (before) => ({ ...before, enterBy: id === '' ? null : id }))}
        />
      </Field>
      <Field label="Messages are" isGroup>
        <Segmented
          size="small"
          options={receipts}
          value={receiptOf(script)}
          onChange={(receipt) => changeScript(store, (before) => changeReceipt(before, receipt))}
        />
      </Field>
      <NodeAnswers document={document} store={store} />
      {script.events.length > 0 && (
        <ul aria-label="Events" className="flex flex-col">
          {script.events.map((event, index) => (
            // Two may be the same in everything but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className="flex items-center gap-2 text-13">
              <span className="min-w-0 flex-1 truncate text-ink">
                {event.type}, {writeMoment(startsAt + event.after * 1_000)}
              </span>
              <IconButton
                label={`Remove the event ${event.type}`}
                icon={<X />}
                size="small"
                onClick={() =>
                  changeScript(store, (before) => ({
                    ...before,
                    events: before.events.filter((one) => one !== event),
                  }))
                }
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
