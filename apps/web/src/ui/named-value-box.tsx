import { comparisonTypes, type NamedValue } from '@curlew/scenario';
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import { Select } from './select.tsx';

/** How many of them one node writes at most. */
export const mostNamedValues = 50;

interface NamedValueBoxProps {
  /** Which of several: "property 2". */
  readonly which: string;
  readonly type: NamedValue['type'];
  readonly onTypeChange: (type: NamedValue['type']) => void;
  readonly onRemove: () => void;
  readonly readOnly: boolean;
  /** The field for its name. */
  readonly name: ReactNode;
  /** The field for its value. */
  readonly children: ReactNode;
}

const typeOptions = comparisonTypes.map((type) => ({ value: type, label: type }));

/** Something that is written, with a name, a type and a value. */
export function NamedValueBox(props: NamedValueBoxProps) {
  const { which, type, onTypeChange, onRemove, readOnly, name, children } = props;
  return (
    <div className="flex flex-col gap-2 rounded-control border p-2">
      <div className="flex items-start gap-2">
        {name}
        <div className="w-24 shrink-0">
          <Select
            aria-label={`Type of ${which}`}
            size="small"
            options={typeOptions}
            value={type}
            disabled={readOnly}
            onChange={onTypeChange}
          />
        </div>
        {!readOnly && (
          <IconButton size="small" label={`Remove ${which}`} icon={<Trash2 />} onClick={onRemove} />
        )}
      </div>
      {children}
    </div>
  );
}
