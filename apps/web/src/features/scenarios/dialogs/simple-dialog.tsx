import { type FormEvent, type ReactNode, useId } from 'react';
import { describeError } from '../../../lib/error-sentences.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

interface SimpleDialogProps {
  readonly title: string;
  readonly description?: string;
  /** A verb: "Move". */
  readonly submitLabel: string;
  readonly error?: unknown;
  readonly isWorking: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** One or two fields. */
  readonly children: ReactNode;
}

/** Asks one thing: Enter in a field answers it. */
export function SimpleDialog(props: SimpleDialogProps) {
  const { title, description, submitLabel, error, isWorking, onSubmit, onClose, children } = props;
  const formId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWorking) onSubmit();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      {...(description ? { description } : {})}
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
      <form id={formId} noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {Boolean(error) && <Banner kind="error">{describeError(error)}</Banner>}
        {children}
      </form>
    </Dialog>
  );
}
