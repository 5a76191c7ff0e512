import type { AudienceResult } from '@curlew/contract';
import { describeRefusalType } from '@curlew/engine';
import type { ReactNode } from 'react';
import { formatCountry } from '../../../lib/format-place.ts';
import { formatCount, formatNumber } from '../../../lib/format-number.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { languageNameOf } from '../text/language-name.ts';
import { CellsTable } from './cells-table.tsx';
import { describeUnpriced } from '../../../lib/describe-cost.ts';
import { describeAudience, describeParts } from './describe-result.ts';
import { FixedNote } from './fixed-note.tsx';
import { groupCells } from './group-cells.ts';
import { PartsChart } from './parts-chart.tsx';
import type { Cost } from './use-cost.ts';

interface AudienceDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly result: AudienceResult;
  readonly cost: Cost | null;
  /** Whether the text has been changed since it was counted. */
  readonly isBehind: boolean;
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h3 className="text-13 font-semibold">{title}</h3>
      {children}
    </section>
  );
}

const countryName = (code: string | null): string => (code === null ? 'Not known' : formatCountry(code));

function Refusals({ refusals }: Pick<AudienceResult, 'refusals'>) {
  return (
    <ul className="text-13">
      {refusals.map(({ status, type, count }) => (
        <li key={`${status} ${type}`} className="flex justify-between gap-3 border-b py-1.5 last:border-b-0">
          <span>{describeRefusalType(type)}</span>
          <span className="tabular-nums">{formatNumber(count)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What a message comes to over the audience, in full. */
export function AudienceDialog({ isOpen, onOpenChange, result, cost, isBehind }: AudienceDialogProps) {
  const { messages, customers, parts, cells, refusals } = result;
  const unpriced = cost && describeUnpriced(cost(cells));
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      size="large"
      title="What this message comes to"
      description={describeAudience(result)}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- longer than the dialog, with nothing else to tab to: the keyboard scrolls it here */}
      <section aria-label="Figures" tabIndex={0} className="flex flex-col gap-5">
        {isBehind && <Banner kind="warning">The text has been changed since this was counted.</Banner>}
        <p className="text-13 tabular-nums">
          {parts !== null && `${formatCount(messages, 'message')}, ${formatCount(parts.total, 'part')}; `}
          {describeParts(result)}.
        </p>
        {messages > 0 && (
          <>
            <Part title="Parts per message">
              <PartsChart {...result} />
            </Part>
            <div className="grid gap-5 md:grid-cols-2">
              <Part title="By country">
                <CellsTable
                  title="Country"
                  groups={groupCells(cells, 'country')}
                  nameOf={countryName}
                  cost={cost}
                />
              </Part>
              <Part title="By language">
                <CellsTable
                  title="Language"
                  groups={groupCells(cells, 'language')}
                  nameOf={(code) => languageNameOf(code ?? '')}
                  cost={cost}
                />
              </Part>
            </div>
            {unpriced !== null && <p className="text-12 text-ink-muted">{unpriced}.</p>}
          </>
        )}
        <Part title="Quick fixes">
          <FixedNote result={result} cost={cost} />
        </Part>
        <Part title="Will not be sent">
          {refusals.length === 0 ? (
            <p className="text-13 text-ink-muted">Every customer would get the message.</p>
          ) : (
            <>
              <p className="text-13 text-ink-muted">
                {formatNumber(customers - messages)} of {formatCount(customers, 'customer')}
              </p>
              <Refusals refusals={refusals} />
            </>
          )}
        </Part>
      </section>
    </Dialog>
  );
}
