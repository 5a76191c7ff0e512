import {
  type Comparison,
  type ComparisonOperator,
  comparisonTypes,
  describeOperator,
  operatorsOf,
} from '@curlew/scenario';
import type { ReactNode } from 'react';
import { Select } from '../../../../ui/select.tsx';
import { EntryBox } from '../fields/entry-box.tsx';
import { InlineName } from '../fields/inline-name.tsx';
import { noteOf } from '../../../../lib/note-of.ts';
import { useSettings } from '../settings/settings-context.ts';
import type { ComparisonPath } from './comparison-path.ts';
import { ComparisonValues } from './comparison-values.tsx';
import { withOperator, withProperty, withType } from './edit-comparison.ts';
import type { KnownProperty } from '../data/known-property.ts';
import { optionsOfProperties } from '../data/known-property.ts';

interface ComparisonFieldsProps {
  readonly path: ComparisonPath;
  readonly value: Comparison;
  /** What is compared: "attribute". */
  readonly what: 'attribute' | 'property';
  readonly known: readonly KnownProperty[];
  readonly emptyNote: string;
  /** Behind the name: what removes it. */
  readonly end?: ReactNode;
}

const typeOptions = comparisonTypes.map((type) => ({ value: type, label: type }));

// The days stand behind their number.
const nameOperator = (operator: ComparisonOperator): string =>
  describeOperator(operator).words.replace(' … days', '');

/** One question about an attribute or a property: its name and type, how it is compared, and with what. */
export function ComparisonFields({ path, value, what, known, emptyNote, end }: ComparisonFieldsProps) {
  const { isReadOnly, issues, choose } = useSettings();
  const { property, type, operator } = value;
  const found = known.find(({ name }) => name === property.trim());
  const write = (next: Comparison) => choose(path, { ...value, ...next });
  const operators = operatorsOf[type].includes(operator)
    ? operatorsOf[type]
    : [operator, ...operatorsOf[type]];

  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-start gap-2">
        <InlineName
          path={`${path}.property`}
          label={what === 'attribute' ? 'Attribute' : 'Property'}
          noun={what === 'attribute' ? 'Attributes' : 'Properties'}
          value={property}
          options={optionsOfProperties(known)}
          emptyNote={emptyNote}
          placeholder={what}
          onChoose={(name) => write(withProperty(value, name, known.find((one) => one.name === name)?.type))}
        />
        <div className="w-23 shrink-0">
          <Select
            aria-label="Type"
            size="small"
            options={typeOptions}
            value={type}
            disabled={isReadOnly}
            onChange={(next) => write(withType(value, next))}
          />
        </div>
        {end}
      </div>
      <div className="flex flex-wrap items-start gap-2">
        <EntryBox path={`${path}.operator`} note={noteOf(issues, `${path}.operator`)}>
          <Select
            aria-label="Comparison"
            size="small"
            options={operators.map((one) => ({ value: one, label: nameOperator(one) }))}
            value={operator}
            disabled={isReadOnly}
            onChange={(next) => write(withOperator(value, next))}
          />
        </EntryBox>
        <ComparisonValues path={path} value={value} examples={found?.examples ?? []} />
      </div>
    </div>
  );
}
