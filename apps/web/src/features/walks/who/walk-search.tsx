import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useDebouncedValue } from '../../../lib/use-debounced-value.ts';
import { buttonClass } from '../../../ui/button-class.ts';
import { SearchField } from '../../../ui/search-field.tsx';
import { type RunPlace, runWalksFile, type WalksWanted } from '../walk-queries.ts';

interface WalkSearchProps {
  readonly run: RunPlace;
  /** What is in sight; the file is of it. */
  readonly wanted: WalksWanted;
  /** The lists, of those who are searched for. */
  readonly children: (search: Pick<WalksWanted, 'search'>) => ReactNode;
}

const settleMs = 250;

/** Over lists of customers of a run: finds some of them, and gives all that are found as a file. */
export function WalkSearch({ run, wanted, children }: WalkSearchProps) {
  const [text, setText] = useState('');
  const settled = useDebouncedValue(text.trim(), settleMs);
  const search = settled === '' ? {} : { search: settled };
  return (
    <>
      <div className="flex items-center gap-2 pt-0.5">
        <div className="min-w-0 flex-1">
          <SearchField
            label="Search these customers"
            placeholder="Name, e-mail, phone or id"
            value={text}
            onChange={setText}
          />
        </div>
        <a href={runWalksFile(run, { ...wanted, ...search })} download className={buttonClass('secondary')}>
          <Download aria-hidden />
          <span>
            <span className="max-md:sr-only">Export </span>CSV
          </span>
        </a>
      </div>
      {children(search)}
    </>
  );
}
