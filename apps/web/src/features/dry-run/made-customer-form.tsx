import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useStore } from 'zustand';
import { projectQuery } from '../../lib/project-query.ts';
import { Field } from '../../ui/field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { DryRunStore, DryWho } from './dry-run-store.ts';
import { readObject } from './read-json.ts';

type Made = Extract<DryWho, { kind: 'made' }>['customer'];

export const sampleMade: Extract<DryWho, { kind: 'made' }> = {
  kind: 'made',
  customer: { attributes: { first_name: 'Jana', phone: '+421905123456', language: 'sk' }, consents: [] },
};

interface MadeCustomerFormProps {
  readonly projectId: string;
  readonly store: DryRunStore;
}

/** Somebody made up: attributes typed as JSON, and what they agreed to. */
export function MadeCustomerForm({ projectId, store }: MadeCustomerFormProps) {
  const made = useStore(store, ({ who }) => (who.kind === 'made' ? who.customer : sampleMade.customer));
  const { data: project } = useQuery(projectQuery(projectId));
  const [text, setText] = useState(() => JSON.stringify(made.attributes, null, 1));
  const read = readObject(text);
  const change = (changed: Partial<Made>): void =>
    store.setState({ who: { kind: 'made', customer: { ...made, ...changed } } });
  return (
    <>
      <Field label="Attributes" hint="As JSON" error={read.ok ? undefined : read.message}>
        <TextArea
          isMono
          isGrowing
          rows={3}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            const attributes = readObject(event.target.value);
            if (attributes.ok) change({ attributes: attributes.value });
          }}
        />
      </Field>
      {project?.consentCategories
        .filter(({ kind }) => kind !== 'general')
        .map(({ id, name }) => (
          <Switch
            key={id}
            label={`Agreed to ${name}`}
            isOn={made.consents.includes(id)}
            onChange={(isOn) =>
              change({
                consents: [...made.consents.filter((other) => other !== id), ...(isOn ? [id] : [])],
              })
            }
          />
        ))}
    </>
  );
}
