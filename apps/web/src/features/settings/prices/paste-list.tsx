import type { Price } from '@curlew/contract';
import { useState } from 'react';
import { formatCount } from '../../../lib/format-number.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { LeaveGuard } from '../leave-guard.tsx';
import { readPriceList } from './read-price-list.ts';

interface PasteListProps {
  readonly today: string;
  readonly currency: string;
  readonly isWorking: boolean;
  /** True once it is saved. */
  readonly onSave: (set: Price[], remove: Price[]) => Promise<boolean>;
}

const shownProblems = 5;

/** Many prices at once, as an operator's table gives them. */
export function PasteList({ today, currency, isWorking, onSave }: PasteListProps) {
  const [text, setText] = useState('');
  const { prices, problems } = readPriceList(text, { currency, validFrom: today });
  const more = problems.length - shownProblems;
  const save = async () => {
    if (await onSave([...prices], [])) setText('');
  };

  return (
    <div className="flex flex-col gap-2 pt-4">
      <Field
        label="Paste a list"
        hint={`A price a line: country, price, and where they differ from ${currency} and today the currency and the day. Prices of the same country and day are replaced, all others stay.`}
      >
        <TextArea
          isMono
          isGrowing
          rows={2}
          value={text}
          spellCheck={false}
          placeholder={'SK, 0.0545\nGB, 0.0335, GBP, 2027-01-01'}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {problems.length > 0 && (
        <ul aria-label="Lines that are no prices" className="list-disc pl-5 text-12 text-bad">
          {problems.slice(0, shownProblems).map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
          {more > 0 && <li>{formatCount(more, 'more line')}</li>}
        </ul>
      )}
      {text.trim() !== '' && (
        <div>
          <Button
            loading={isWorking}
            disabled={problems.length > 0 || prices.length === 0}
            onClick={() => void save()}
          >
            Set {formatCount(prices.length, 'price')}
          </Button>
        </div>
      )}
      <LeaveGuard isDirty={text.trim() !== ''} what="The list you pasted" />
    </div>
  );
}
