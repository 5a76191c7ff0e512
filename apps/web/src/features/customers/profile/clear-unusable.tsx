import { type Customer, endpoints } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { callApi } from '../../../lib/api.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { notify } from '../../../ui/notify.ts';
import { customerKey } from '../customer-query.ts';

interface ClearUnusableProps {
  readonly projectId: string;
  readonly customer: Customer;
}

/** Takes the mark from a number that its operator said nothing gets to, once it was confirmed. */
export function ClearUnusable({ projectId, customer }: ClearUnusableProps) {
  const { id: customerId, name, phone, phoneE164 } = customer;
  const [isAsked, setAsked] = useState(false);
  const queryClient = useQueryClient();
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () => callApi(endpoints.clearUnusableNumber, { params: { projectId, customerId } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: customerKey(projectId) });
      notify.done(`The number of ${name} is marked no longer.`);
      setAsked(false);
    },
  });
  const ask = (): void => {
    reset();
    setAsked(true);
  };

  return (
    <div>
      <Button size="small" onClick={ask}>
        Take the mark away
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        onOpenChange={setAsked}
        title={`Take the mark from ${phoneE164 ?? phone ?? 'this number'}?`}
        description={
          <div className="flex flex-col gap-3">
            <p>
              The next message to <bdi>{name}</bdi> is tried again, and may be charged for. What was not sent
              because of the mark is not sent now. If the operator says again that nothing gets to the number,
              it is marked again. That you took it away is kept in the audit log.
            </p>
            {error && <Banner kind="error">{describeError(error)}</Banner>}
          </div>
        }
        confirmLabel="Take the mark away"
        isWorking={isPending}
        onConfirm={() => mutate()}
      />
    </div>
  );
}
