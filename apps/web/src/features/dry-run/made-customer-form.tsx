import { useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { DryRunStore, DryWho } from './dry-run-store.ts';
import { readObject } from './read-json.ts';

export const sampleMade: Extract<DryWho, { kind: 'made' }> = {
  kind: 'made',
  customer: { attributes: { first_name: 'Jana', phone: '+421905123456', language: 'sk' }, consents: [] },
};

/** Somebody made up, typed as JSON. */
export function MadeCustomerForm({ store }: { readonly store: DryRunStore }) {
  const [text, setText] = useState(() => JSON.stringify(sampleMade.customer.attributes, null, 1));
  const read = readObject(text);
  return (
    <Field label="Attributes" hint="As JSON" error={read.ok ? undefined : read.message}>
      <TextArea
        isMono
        isGrowing
        rows={3}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          const attributes = readObject(event.target.value);
          if (attributes.ok)
            store.setState({
              who: { kind: 'made', customer: { attributes: attributes.value, consents: [] } },
            });
        }}
      />
    </Field>
  );
}
