import { Plus } from 'lucide-react';
import { noteOf } from '../../../../lib/note-of.ts';
import { Button } from '../../../../ui/button.tsx';
import { newElementId } from '../../../../lib/new-element-id.ts';
import { SettingGroup } from '../fields/setting-group.tsx';
import { useSettings } from '../settings/settings-context.ts';
import { VariantRow } from './variant-row.tsx';
import {
  addVariant,
  describeSum,
  distributeEvenly,
  fewestVariants,
  mostVariants,
  removeVariant,
  sumOf,
  type Variant,
} from './weights.ts';

interface VariantsSettingProps {
  readonly variants: readonly Variant[];
}

// Beside each other they have to be told apart; the names in them say which is which.
const shades = ['bg-accent-wash', 'bg-surface-hover'] as const;

/** The ways customers are parted into, and how many go each. */
export function VariantsSetting({ variants }: VariantsSettingProps) {
  const { isReadOnly, issues, choose } = useSettings();
  const fault = describeSum(variants);
  return (
    <SettingGroup
      path="variants"
      label="Variants"
      // That the weights do not add up is said beside the label.
      note={noteOf(
        issues.filter(({ code }) => code !== 'weights_wrong'),
        'variants',
      )}
      end={
        <output className={`text-12 ${fault === null ? 'text-ink-faint' : 'text-bad'}`}>
          {sumOf(variants)} %{fault === null ? '' : `, ${fault}`}
        </output>
      }
    >
      <div aria-hidden className="flex h-6 gap-px overflow-hidden rounded-control bg-line">
        {variants.map(({ id, name, weight }, index) => (
          <span
            key={id}
            style={{ flexGrow: weight, flexBasis: 0 }}
            className={`flex min-w-0 items-center justify-center overflow-hidden text-12 text-ink-muted ${shades[index % shades.length]}`}
          >
            {weight >= 10 && <span className="truncate px-1">{name}</span>}
          </span>
        ))}
        {sumOf(variants) < 100 && (
          <span style={{ flexGrow: 100 - sumOf(variants), flexBasis: 0 }} className="bg-surface" />
        )}
      </div>
      <ul className="flex flex-col gap-2">
        {variants.map((variant, index) => (
          <VariantRow
            key={variant.id}
            index={index}
            variant={variant}
            onRemove={
              isReadOnly || variants.length <= fewestVariants
                ? null
                : () => choose('variants', removeVariant(variants, variant.id))
            }
          />
        ))}
      </ul>
      {!isReadOnly && (
        <div className="flex gap-2">
          {variants.length < mostVariants && (
            <Button
              size="small"
              icon={<Plus />}
              onClick={() =>
                choose('variants', addVariant(variants, newElementId()), `variants.${variants.length}.name`)
              }
            >
              Add variant
            </Button>
          )}
          <Button size="small" variant="ghost" onClick={() => choose('variants', distributeEvenly(variants))}>
            Distribute evenly
          </Button>
        </div>
      )}
    </SettingGroup>
  );
}
