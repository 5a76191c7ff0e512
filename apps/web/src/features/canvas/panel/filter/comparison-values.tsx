import { type Comparison, describeOperator } from '@curlew/scenario';
import { noteOf } from '../../../../lib/note-of.ts';
import { ChipsField } from '../../../../ui/chips-field.tsx';
import { EntryBox } from '../fields/entry-box.tsx';
import { InlineEntry } from '../fields/inline-entry.tsx';
import { InlineName } from '../fields/inline-name.tsx';
import { useSettings } from '../settings/settings-context.ts';
import type { ComparisonPath } from './comparison-path.ts';

interface ComparisonValuesProps {
  readonly path: ComparisonPath;
  readonly value: Comparison;
  /** What such a property holds. */
  readonly examples: readonly string[];
}

const isInDays = ({ operator }: Comparison): boolean =>
  operator === 'in_last_days' || operator === 'in_next_days';

/** What is compared with: nothing, one value, two, or several. */
export function ComparisonValues({ path, value, examples }: ComparisonValuesProps) {
  const { isReadOnly, issues, choose } = useSettings();
  const { type, operator, values } = value;
  const needed = describeOperator(operator).values;
  if (needed === 0) return null;

  if (needed === 'many') {
    const field = `${path}.values` as const;
    const faults = values.map((_, index) => noteOf(issues, `${field}.${index}`));
    const filled = values.filter((one) => one !== '');
    return (
      <div className="flex basis-full">
        <EntryBox
          path={field}
          note={faults.find(({ error }) => error !== undefined) ?? noteOf(issues, field)}
        >
          <ChipsField
            aria-label="Values"
            values={filled}
            readOnly={isReadOnly}
            suggestions={examples}
            onChange={(next) => choose(field, next.length === 0 ? [''] : next)}
          />
        </EntryBox>
      </div>
    );
  }
  if (isInDays(value)) {
    return (
      <div className="flex w-28 shrink-0 items-start gap-2">
        <InlineEntry path={`${path}.values.0`} label="Days" value={values[0] ?? ''} inputMode="numeric" />
        <span className="text-13/7 text-ink-muted">days</span>
      </div>
    );
  }
  const labels = needed === 2 ? ['From', 'To'] : ['Value'];
  return (
    <div className={needed === 2 ? 'flex basis-full items-start gap-2' : 'flex min-w-0 flex-[1.4]'}>
      {labels.map((label, index) =>
        type === 'text' || type === 'list' ? (
          <InlineName
            key={label}
            path={`${path}.values.${index}`}
            label={label}
            noun="Values"
            value={values[index] ?? ''}
            options={examples.map((example) => ({ value: example }))}
            placeholder="value"
          />
        ) : (
          <InlineEntry
            key={label}
            path={`${path}.values.${index}`}
            label={label}
            value={values[index] ?? ''}
            type={type === 'date' ? 'date' : 'text'}
            inputMode={type === 'number' ? 'decimal' : 'text'}
          />
        ),
      )}
    </div>
  );
}
