import { scenarioTemplates } from '@curlew/scenario';
import { FileUp, SquareDashed } from 'lucide-react';
import { RadioGroup as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from '../../../lib/class-names.ts';
import { useFieldControl } from '../../../ui/field-context.ts';
import { TemplatePicture } from './template-picture.tsx';

interface SourceChoiceProps {
  /** `empty`, `file`, or the id of a template. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const sources: readonly {
  readonly value: string;
  readonly title: string;
  readonly description: string;
  readonly picture: ReactNode;
}[] = [
  {
    value: 'empty',
    title: 'Empty canvas',
    description: 'Draw it yourself, node by node.',
    picture: <SquareDashed aria-hidden className="size-8 text-ink-faint" />,
  },
  ...scenarioTemplates.map(({ id, title, description }) => ({
    value: id,
    title,
    description,
    picture: <TemplatePicture templateId={id} />,
  })),
];

const cardClass =
  'rounded-card border bg-surface p-3 text-left transition-colors duration-(--motion-fast) hover:bg-surface-hover data-[state=checked]:border-accent data-[state=checked]:bg-accent-wash data-[state=checked]:outline data-[state=checked]:outline-accent';

/** What a new scenario starts from. Stands in a Field of `isGroup`. */
export function SourceChoice({ value, onChange }: SourceChoiceProps) {
  const control = useFieldControl();
  return (
    <Primitive.Root {...control} value={value} onValueChange={onChange} className="grid gap-2 md:grid-cols-3">
      {sources.map(({ value: source, title, description, picture }) => (
        <Primitive.Item
          key={source}
          value={source}
          aria-label={title}
          aria-describedby={`source-${source}`}
          className={classNames(cardClass, 'flex flex-col gap-1')}
        >
          <span className="mb-1 flex h-12 items-center justify-center max-md:hidden">{picture}</span>
          <span className="text-13 font-medium text-ink">{title}</span>
          <span id={`source-${source}`} className="text-12 text-ink-muted">
            {description}
          </span>
        </Primitive.Item>
      ))}
      <Primitive.Item
        value="file"
        aria-label="A file"
        aria-describedby="source-file"
        className={classNames(cardClass, 'flex items-center gap-3 md:col-span-3')}
      >
        <FileUp aria-hidden className="size-5 shrink-0 text-ink-faint" />
        <span className="flex min-w-0 flex-col">
          <span className="text-13 font-medium text-ink">A file</span>
          <span id="source-file" className="text-12 text-ink-muted">
            Import a scenario that was exported from Curlew.
          </span>
        </span>
      </Primitive.Item>
    </Primitive.Root>
  );
}
