import type { Import } from '@curlew/contract';
import { formatCount, formatNumber } from '../../lib/format-number.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';

interface ProgressStepProps {
  readonly running: Import;
}

/** The third step: the file is read. It goes on without this page. */
export function ProgressStep({ running }: ProgressStepProps) {
  const { fileName, rowsRead, customersCreated, customersUpdated, rowsRefused } = running;
  return (
    <div className="mx-auto flex w-full max-w-140 flex-col gap-4 py-12">
      <h2 className="text-16 font-semibold">Importing {fileName}</h2>
      <ProgressBar label={`Importing ${fileName}`} value={rowsRead} max={null} />
      <output className="text-13 text-ink-muted">
        {formatCount(rowsRead, 'row')} read: {formatNumber(customersCreated)} created,{' '}
        {formatNumber(customersUpdated)} updated, {formatNumber(rowsRefused)} refused.
      </output>
      <p className="text-12 text-ink-faint">You may leave this page: the import goes on.</p>
    </div>
  );
}
