import type { NamedValue } from '@curlew/scenario';
import { Plus } from 'lucide-react';
import { useId } from 'react';
import { noteOf } from '../../../lib/note-of.ts';
import { Button } from '../../../ui/button.tsx';
import { FieldNote } from '../../../ui/field-note.tsx';
import { mostNamedValues, NamedValueBox } from '../../../ui/named-value-box.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { valuePlaceholders } from '../../../ui/value-placeholders.ts';
import type { MessageProps } from '../message-props.ts';

/** What the events of the message say besides what Curlew writes. */
export function EventProperties(props: Pick<MessageProps, 'node' | 'onChange' | 'isReadOnly' | 'issues'>) {
  const { node, onChange, isReadOnly, issues } = props;
  const { settings } = node;
  const values = settings.eventProperties;
  const headingId = useId();
  const write = (eventProperties: readonly NamedValue[], field = 'eventProperties') =>
    onChange({ ...settings, eventProperties: [...eventProperties] }, { field });
  const change = (index: number, part: Partial<NamedValue>, key: keyof NamedValue) =>
    write(
      values.map((value, at) => (at === index ? { ...value, ...part } : value)),
      `eventProperties.${index}.${key}`,
    );

  return (
    <fieldset
      aria-labelledby={headingId}
      data-field="eventProperties"
      className="flex min-w-0 flex-col gap-2"
    >
      <h3 id={headingId} className="text-13 font-medium text-ink">
        Event properties
      </h3>
      <p className="text-12 text-ink-faint">
        Written to every event of this message: sent, delivered, clicked. Values may be templates.
      </p>
      {values.map(({ name, type, value }, index) => {
        const path = `eventProperties.${index}`;
        const [nameNote, valueNote] = [noteOf(issues, `${path}.name`), noteOf(issues, `${path}.value`)];
        const which = `property ${index + 1}`;
        return (
          <NamedValueBox
            // oxlint-disable-next-line react/no-array-index-key -- a property is its place, as in its issues' field
            key={index}
            which={which}
            type={type}
            onTypeChange={(next) => change(index, { type: next }, 'type')}
            onRemove={() => write(values.toSpliced(index, 1))}
            readOnly={isReadOnly}
            name={
              <div data-field={`${path}.name`} className="flex min-w-0 flex-1 flex-col gap-1">
                <TextField
                  size="small"
                  aria-label={`Name of ${which}`}
                  aria-invalid={nameNote.error === undefined ? undefined : true}
                  value={name}
                  maxLength={100}
                  readOnly={isReadOnly}
                  placeholder="name"
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(event) => change(index, { name: event.target.value }, 'name')}
                />
                <FieldNote {...nameNote} />
              </div>
            }
          >
            <div data-field={`${path}.value`} className="flex flex-col gap-1">
              <TextArea
                aria-label={`Value of ${which}`}
                aria-invalid={valueNote.error === undefined ? undefined : true}
                value={value}
                rows={1}
                isMono
                isGrowing
                maxLength={5_000}
                readOnly={isReadOnly}
                placeholder={valuePlaceholders[type]}
                spellCheck={false}
                onChange={(event) => change(index, { value: event.target.value }, 'value')}
              />
              <FieldNote {...valueNote} />
            </div>
          </NamedValueBox>
        );
      })}
      {!isReadOnly && values.length < mostNamedValues && (
        <div>
          <Button
            size="small"
            icon={<Plus />}
            onClick={() => write([...values, { name: '', type: 'text', value: '' }])}
          >
            Add property
          </Button>
        </div>
      )}
    </fieldset>
  );
}
