import { Plus, X } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { Field } from '../../../../ui/field.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { TextField } from '../../../../ui/text-field.tsx';

interface NumberFieldsProps {
  readonly numbers: readonly string[];
  /** What is wrong with a number, by its place. */
  readonly errors: ReadonlyMap<number, string>;
  readonly onChange: (numbers: readonly string[]) => void;
}

const most = 10;

const replaceAt = (list: readonly string[], index: number, text: string): string[] => list.with(index, text);

/** One to ten phone numbers, each with what is wrong with it. */
export function NumberFields({ numbers, errors, onChange }: NumberFieldsProps) {
  return (
    <div className="flex flex-col gap-2">
      {numbers.map((number, index) => (
        <Field
          // oxlint-disable-next-line react/no-array-index-key -- a number is its place, as in its errors
          key={index}
          label={numbers.length === 1 ? 'Phone number' : `Phone number ${index + 1}`}
          error={errors.get(index)}
          end={
            numbers.length > 1 && (
              <IconButton
                size="small"
                label={`Remove phone number ${index + 1}`}
                icon={<X />}
                tooltipSide="left"
                onClick={() => onChange(numbers.toSpliced(index, 1))}
              />
            )
          }
        >
          <TextField
            isMono
            type="tel"
            autoComplete="off"
            maxLength={60}
            placeholder="+44 7700 900123"
            value={number}
            onChange={({ target }) => onChange(replaceAt(numbers, index, target.value))}
          />
        </Field>
      ))}
      {numbers.length < most && (
        <div>
          <Button size="small" variant="ghost" icon={<Plus />} onClick={() => onChange([...numbers, ''])}>
            Add a number
          </Button>
        </div>
      )}
    </div>
  );
}
