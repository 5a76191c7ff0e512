import type { WebhookSettings } from '@curlew/scenario';
import { Plus, Trash2 } from 'lucide-react';
import { noteOf } from '../../../../lib/note-of.ts';
import { Button } from '../../../../ui/button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { InlineName } from '../fields/inline-name.tsx';
import { InlineTemplate } from '../fields/inline-template.tsx';
import { SettingGroup } from '../fields/setting-group.tsx';
import { useSettings } from '../settings/settings-context.ts';

interface HeadersSettingProps {
  readonly headers: WebhookSettings['headers'];
}

const most = 20;
const usual = ['Authorization', 'Content-Type', 'Accept', 'Idempotency-Key', 'X-Api-Key'].map((value) => ({
  value,
}));

/** What is sent along with the request. */
export function HeadersSetting({ headers }: HeadersSettingProps) {
  const { isReadOnly, issues, choose } = useSettings();
  return (
    <SettingGroup path="headers" label="Headers" note={noteOf(issues, 'headers')}>
      {headers.map(({ name, value }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a header is its place, as in its issues' field
        <div key={index} className="flex flex-col gap-2 rounded-control border p-2">
          <div className="flex items-start gap-2">
            <InlineName
              path={`headers.${index}.name`}
              label={`Name of header ${index + 1}`}
              noun="Headers"
              value={name}
              options={usual}
              placeholder="Authorization"
            />
            {!isReadOnly && (
              <IconButton
                size="small"
                label={`Remove header ${index + 1}`}
                icon={<Trash2 />}
                onClick={() => choose('headers', headers.toSpliced(index, 1))}
              />
            )}
          </div>
          <InlineTemplate
            path={`headers.${index}.value`}
            label={`Value of header ${index + 1}`}
            value={value}
            placeholder="a text or {{ template }}"
          />
        </div>
      ))}
      {!isReadOnly && headers.length < most && (
        <div>
          <Button
            size="small"
            icon={<Plus />}
            onClick={() =>
              choose('headers', [...headers, { name: '', value: '' }], `headers.${headers.length}.name`)
            }
          >
            Add header
          </Button>
        </div>
      )}
    </SettingGroup>
  );
}
