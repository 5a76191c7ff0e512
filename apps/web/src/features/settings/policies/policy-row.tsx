import type { FrequencyPolicy } from '@curlew/contract';
import { PencilLine, Trash2 } from 'lucide-react';
import { describePolicy } from '../../../lib/describe-policy.ts';
import { IconButton } from '../../../ui/icon-button.tsx';

interface PolicyRowProps {
  readonly policy: FrequencyPolicy;
  readonly isDefault: boolean;
  readonly mayChange: boolean;
  readonly onChange: () => void;
  readonly onDelete: () => void;
}

export function PolicyRow({ policy, isDefault, mayChange, onChange, onDelete }: PolicyRowProps) {
  const { name } = policy;
  return (
    <li className="flex min-h-11 items-center gap-3 py-1 pr-1 pl-3">
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
        <span className="min-w-0 text-13 font-medium wrap-anywhere text-ink">{name}</span>
        <span className="text-12 text-ink-muted">{describePolicy(policy)}</span>
        {isDefault && <span className="text-12 text-ink-faint">default</span>}
      </div>
      {mayChange && (
        <div className="flex shrink-0">
          <IconButton label={`Change ${name}`} size="small" icon={<PencilLine />} onClick={onChange} />
          <IconButton label={`Delete ${name}`} size="small" icon={<Trash2 />} onClick={onDelete} />
        </div>
      )}
    </li>
  );
}
