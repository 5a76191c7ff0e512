import { endpoints } from '@curlew/contract';
import { zodResolver } from '@hookform/resolvers/zod';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { describeError } from '../../../lib/error-sentences.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';

const scenarioNameSchema = endpoints.createScenario.body.pick({ name: true });

interface NameDialogProps {
  readonly title: string;
  /** How it may be called; as a scenario where it is not given. */
  readonly schema?: typeof scenarioNameSchema;
  /** A verb: "Create scenario". */
  readonly submitLabel: string;
  readonly name: string;
  readonly hint?: string;
  readonly error: unknown;
  readonly isWorking: boolean;
  readonly onSubmit: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for the name of a scenario or folder; the one there is stands selected, ready to be typed over. */
export function NameDialog(props: NameDialogProps) {
  const { title, schema = scenarioNameSchema, submitLabel, name, hint, error, isWorking } = props;
  const { onSubmit, onClose } = props;
  const formId = useId();
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name },
  });

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      size="small"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={isWorking}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => void handleSubmit((values) => !isWorking && onSubmit(values.name))(event)}
      >
        {Boolean(error) && <Banner kind="error">{describeError(error)}</Banner>}
        <Field label="Name" hint={hint} error={formState.errors.name?.message}>
          <TextField
            autoComplete="off"
            onFocus={(event) => event.currentTarget.select()}
            {...register('name')}
          />
        </Field>
      </form>
    </Dialog>
  );
}
