import type { CustomerSummary } from '@curlew/contract';
import { describeRefusalType } from '@curlew/engine';
import { languageNameOf } from '../text/language-name.ts';

/** A customer in two lines: name, then phone and language. */
export function CustomerLine({ customer }: { readonly customer: CustomerSummary }) {
  const { name, phone, phoneProblem, language } = customer;
  const details = [
    phone ?? describeRefusalType('no_phone'),
    phone !== null && phoneProblem !== null ? describeRefusalType(phoneProblem) : null,
    language === null ? null : languageNameOf(language),
  ];
  return (
    <span className="flex min-w-0 flex-1 flex-col">
      <span className="truncate text-13 font-medium text-ink">{name}</span>
      <span className="truncate text-12 text-ink-muted">
        {details.filter((detail) => detail !== null).join(' · ')}
      </span>
    </span>
  );
}
