import type { FilterCondition } from '@curlew/scenario';
import { Segmented } from '../../../../ui/segmented.tsx';
import { CategorySelect } from '../fields/category-select.tsx';
import { useSettings } from '../settings/settings-context.ts';
import type { ConditionPath } from './condition-path.ts';

interface ConsentConditionProps {
  readonly path: ConditionPath;
  readonly value: Extract<FilterCondition, { kind: 'consent' }>;
}

const stateOptions = [
  { value: 'granted', label: 'Given' },
  { value: 'missing', label: 'Not given' },
] as const;

/** Whether customers may be written to under a category. */
export function ConsentCondition({ path, value }: ConsentConditionProps) {
  const { isReadOnly, choose } = useSettings();
  return (
    <div className="flex items-start gap-2">
      <Segmented
        aria-label="Given or not"
        size="small"
        options={stateOptions}
        value={value.isGranted ? 'granted' : 'missing'}
        disabled={isReadOnly}
        onChange={(chosen) => choose(`${path}.isGranted`, chosen === 'granted')}
      />
      <CategorySelect path={`${path}.categoryId`} value={value.categoryId} />
    </div>
  );
}
