import type { LanguageVersion } from '@curlew/scenario';
import { Field } from '../../../../ui/field.tsx';
import { Select } from '../../../../ui/select.tsx';
import { languageNameOf } from '../../text/language-name.ts';

/** The language a message is previewed in: the one the customer gets, a certain one, or all side by side. */
export type ShownLanguage =
  | { readonly kind: 'own' }
  | { readonly kind: 'all' }
  | { readonly kind: 'one'; readonly language: string };

interface LanguageSelectProps {
  readonly versions: readonly LanguageVersion[];
  readonly customerName: string;
  readonly value: ShownLanguage;
  readonly onChange: (value: ShownLanguage) => void;
}

const prefix = 'one ';

const read = (value: string): ShownLanguage => {
  if (value.startsWith(prefix)) return { kind: 'one', language: value.slice(prefix.length) };
  return value === 'all' ? { kind: 'all' } : { kind: 'own' };
};

const write = (shown: ShownLanguage): string =>
  shown.kind === 'one' ? `${prefix}${shown.language}` : shown.kind;

export function LanguageSelect({ versions, customerName, value, onChange }: LanguageSelectProps) {
  const options = [
    { value: 'own', label: `The language of ${customerName}` },
    ...versions.map(({ language }) => ({ value: `${prefix}${language}`, label: languageNameOf(language) })),
    { value: 'all', label: 'All languages' },
  ];
  const current = write(value);
  return (
    <Field label="Language">
      <Select
        options={options}
        value={options.some((option) => option.value === current) ? current : 'own'}
        onChange={(chosen) => onChange(read(chosen))}
      />
    </Field>
  );
}
