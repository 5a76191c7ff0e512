import { ClipboardPaste } from 'lucide-react';
import { formatCount } from '../../../lib/format-number.ts';
import { Button } from '../../../ui/button.tsx';
import type { PastedOffer } from './pasted-text.ts';

interface PasteNoticeProps {
  readonly offer: PastedOffer;
  readonly onAnswer: (answer: 'replace' | 'keep') => void;
}

/** Says that what was pasted costs more than it has to. The text is there as it was pasted. */
export function PasteNotice({ offer, onAnswer }: PasteNoticeProps) {
  return (
    <output className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t bg-warn-wash px-4 py-2">
      <ClipboardPaste aria-hidden className="size-4 shrink-0 text-warn" />
      <p className="min-w-0 flex-1 text-12 text-warn">
        Pasted {formatCount(offer.count, 'character')} that {offer.count === 1 ? 'costs' : 'cost'} more.
        Replacing: {offer.saving}.
      </p>
      <div className="flex gap-2">
        <Button size="small" onClick={() => onAnswer('replace')}>
          Replace
        </Button>
        <Button size="small" variant="ghost" onClick={() => onAnswer('keep')}>
          Keep
        </Button>
      </div>
    </output>
  );
}
