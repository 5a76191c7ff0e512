import type { FilterCondition } from '@curlew/scenario';
import { Activity, Copy, ShieldCheck, Tag, Trash2 } from 'lucide-react';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { useData } from '../data/use-data.ts';
import { useSettings } from '../settings/settings-context.ts';
import { ComparisonFields } from './comparison-fields.tsx';
import type { ConditionPath } from './condition-path.ts';
import { ConsentCondition } from './consent-condition.tsx';
import { EventCondition } from './event-condition.tsx';

interface ConditionCardProps {
  readonly path: ConditionPath;
  /** Its place in its group. */
  readonly index: number;
  readonly value: FilterCondition;
  readonly canDuplicate: boolean;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}

const titles = {
  attribute: { icon: Tag, title: 'Attribute' },
  event: { icon: Activity, title: 'Event' },
  consent: { icon: ShieldCheck, title: 'Consent' },
} as const satisfies { readonly [K in FilterCondition['kind']]: unknown };

function ConditionFields({ path, value }: Pick<ConditionCardProps, 'path' | 'value'>) {
  const { data, note } = useData();
  switch (value.kind) {
    case 'attribute':
      return (
        <ComparisonFields
          path={path}
          value={value}
          what="attribute"
          known={data.attributes}
          emptyNote={note ?? 'No attributes yet: type the name of one'}
        />
      );
    case 'event':
      return <EventCondition path={path} value={value} />;
    case 'consent':
      return <ConsentCondition path={path} value={value} />;
  }
}

/** One condition of a filter. */
export function ConditionCard(props: ConditionCardProps) {
  const { path, index, value, canDuplicate, onDuplicate, onRemove } = props;
  const { isReadOnly } = useSettings();
  const { icon: Icon, title } = titles[value.kind];
  return (
    <fieldset
      aria-label={`Condition ${index + 1}: ${title.toLowerCase()}`}
      className="flex min-w-0 flex-col gap-2 rounded-control border bg-surface p-2"
    >
      <header className="flex h-6 items-center gap-1">
        <Icon aria-hidden className="size-3.5 text-ink-faint" />
        <p className="flex-1 text-12 font-medium text-ink-muted">{title}</p>
        {!isReadOnly && (
          <>
            {canDuplicate && (
              <IconButton size="small" label="Duplicate condition" icon={<Copy />} onClick={onDuplicate} />
            )}
            <IconButton size="small" label="Remove condition" icon={<Trash2 />} onClick={onRemove} />
          </>
        )}
      </header>
      <ConditionFields path={path} value={value} />
    </fieldset>
  );
}
