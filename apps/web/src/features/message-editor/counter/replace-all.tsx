import { findSourceReplacements } from '../text/source-replacements.ts';
import { applyReplacements } from '@curlew/sms';
import { Replace } from 'lucide-react';
import { useDeferredValue } from 'react';
import { formatCount } from '../../../lib/format-number.ts';
import { Button } from '../../../ui/button.tsx';
import { describeSaving } from '../text/describe-saving.ts';

interface ReplaceAllProps {
  readonly message: string;
  readonly onReplace: (message: string) => void;
}

/** Makes the message smaller in one click where that can be done without saying anything else. */
export function ReplaceAll({ message: newest, onReplace }: ReplaceAllProps) {
  // The key that was typed goes first.
  const message = useDeferredValue(newest);
  const found = findSourceReplacements(message);
  if (found.length === 0) return null;
  return (
    <div className="flex items-center gap-2">
      <span className="text-12 text-ink-muted">{describeSaving(message, found)}</span>
      <Button
        size="small"
        icon={<Replace />}
        title={[...new Set(found.map(({ from, to }) => `${from} → ${to === '' ? 'nothing' : to}`))].join(
          '\n',
        )}
        onClick={() => onReplace(applyReplacements(newest, findSourceReplacements(newest)))}
      >
        Replace {formatCount(found.length, 'character')}
      </Button>
    </div>
  );
}
