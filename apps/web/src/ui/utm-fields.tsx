import type { Utm } from '@curlew/scenario';
import { Field } from './field.tsx';
import { TextField } from './text-field.tsx';

interface UtmFieldsProps {
  readonly value: Utm;
  readonly onChange: (value: Utm, field: keyof Utm) => void;
  readonly readOnly?: boolean;
  /** The dotted path of the value, by which a problem leads here. */
  readonly path: string;
}

const labels: { readonly [K in keyof Utm]: string } = {
  source: 'utm_source',
  medium: 'utm_medium',
  campaign: 'utm_campaign',
  term: 'utm_term',
  content: 'utm_content',
};
const fields = ['source', 'medium', 'campaign', 'term', 'content'] as const;
const longest = 200;

/** What is added to links, one parameter each; an empty one is left out. */
export function UtmFields({ value, onChange, readOnly = false, path }: UtmFieldsProps) {
  return (
    <div className="grid gap-3 md:grid-cols-2">
      {fields.map((field) => (
        <div key={field} data-field={`${path}.${field}`}>
          <Field label={labels[field]}>
            <TextField
              value={value[field]}
              maxLength={longest}
              readOnly={readOnly}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => onChange({ ...value, [field]: event.target.value }, field)}
            />
          </Field>
        </div>
      ))}
    </div>
  );
}
