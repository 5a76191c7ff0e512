import type { CustomerSummary } from '@curlew/contract';
import { Link } from '@tanstack/react-router';
import { formatCountry, formatLanguage } from '../../lib/format-place.ts';
import { PhoneProblemPill } from './phone-problem-pill.tsx';

interface CustomerRowProps {
  readonly projectId: string;
  readonly customer: CustomerSummary;
}

interface CellTextProps {
  readonly text: string | null;
}

function CellText({ text }: CellTextProps) {
  return text === null ? <span className="text-ink-faint">–</span> : <bdi>{text}</bdi>;
}

/** A customer in the list. All of the row leads to them; the link over it is their name. */
export function CustomerRow({ projectId, customer }: CustomerRowProps) {
  const { id, name, email, phone, phoneProblem, language, country } = customer;
  return (
    <tr className="relative">
      <td className="max-w-0 min-w-36 md:w-1/4 max-md:w-1/2 max-md:py-2">
        <Link
          to="/projects/$projectId/customers/$customerId"
          params={{ projectId, customerId: id }}
          className="block truncate text-14 font-medium text-ink after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          <bdi>{name}</bdi>
        </Link>
        <p className="truncate text-12 text-ink-faint md:hidden">{email}</p>
      </td>
      <td className="max-md:py-2">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {phone !== null && <span className="font-mono text-12">{phone}</span>}
          {phoneProblem !== null && <PhoneProblemPill problem={phoneProblem} />}
        </div>
      </td>
      <td className="max-w-0 truncate text-ink-muted md:w-1/4 max-md:hidden">
        <CellText text={email} />
      </td>
      <td className="text-ink-muted max-md:hidden">
        <CellText text={language === null ? null : formatLanguage(language)} />
      </td>
      <td className="text-ink-muted max-md:hidden">
        <CellText text={country === null ? null : formatCountry(country)} />
      </td>
    </tr>
  );
}
