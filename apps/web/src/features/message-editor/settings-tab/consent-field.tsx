import type { Project } from '@curlew/contract';
import { noteOf } from '../../../lib/note-of.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import type { MessageProps } from '../message-props.ts';
import { consentOptions, everyone } from './consent-options.ts';

interface ConsentFieldProps extends Pick<MessageProps, 'node' | 'onChange' | 'isReadOnly' | 'issues'> {
  /** Undefined while there is no answer. */
  readonly project: Project | undefined;
}

/** Whose consent the message needs. */
export function ConsentField({ node, onChange, isReadOnly, issues, project }: ConsentFieldProps) {
  const { settings } = node;
  const { consentCategoryId } = settings;
  return (
    <div data-field="consentCategoryId">
      <Field label="Consent category" {...noteOf(issues, 'consentCategoryId')}>
        <Select
          options={project ? consentOptions(project.consentCategories, consentCategoryId) : []}
          value={project ? (consentCategoryId ?? everyone) : null}
          placeholder="Not loaded"
          disabled={isReadOnly || !project}
          onChange={(chosen) =>
            onChange(
              { ...settings, consentCategoryId: chosen === everyone ? null : chosen },
              { field: 'consentCategoryId' },
            )
          }
        />
      </Field>
    </div>
  );
}
