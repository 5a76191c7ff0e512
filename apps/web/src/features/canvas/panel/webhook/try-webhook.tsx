import { endpoints } from '@curlew/contract';
import type { WebhookSettings } from '@curlew/scenario';
import { useMutation } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { callApi } from '../../../../lib/api.ts';
import { describeError } from '../../../../lib/error-sentences.ts';
import { Banner } from '../../../../ui/banner.tsx';
import { Button } from '../../../../ui/button.tsx';
import type { TryCustomer } from '../kinds/kind-panel-props.ts';
import { useSettings } from '../settings/settings-context.ts';
import { WebhookAnswer } from './webhook-answer.tsx';

interface TryWebhookProps {
  readonly settings: WebhookSettings;
  readonly scenarioId: string;
  readonly customer: TryCustomer;
}

interface Attempt {
  readonly settings: WebhookSettings;
  readonly customerId: string;
}

/** Sends a real request, for one customer, and shows what was sent and answered. */
export function TryWebhook({ settings, scenarioId, customer }: TryWebhookProps) {
  const { projectId, node, isReadOnly, issues } = useSettings();
  const attempt = useMutation({
    mutationFn: ({ settings, customerId }: Attempt) =>
      callApi(endpoints.tryWebhook, {
        params: { projectId },
        body: {
          settings,
          customerId,
          place: { scenarioId, nodeNumber: node.number, nodeName: node.name },
        },
      }),
  });
  if (isReadOnly) return null;
  const isBroken = issues.some(({ severity, field }) => severity === 'error' && field !== null);
  const { id } = customer;
  // What came back to another request says nothing of this one.
  const isOfThis = attempt.variables?.settings === settings && attempt.variables.customerId === id;

  return (
    <section aria-label="Try it" className="flex flex-col gap-3 border-t pt-4">
      <div>
        <h3 className="text-13 font-medium text-ink">Try it</h3>
        <p className="text-12 text-ink-faint">Sends a real request, with the data of this customer.</p>
      </div>
      {customer.picker}
      <div className="flex items-center gap-3">
        <Button
          icon={<Send />}
          loading={attempt.isPending}
          disabled={id === null || isBroken}
          onClick={() => id !== null && attempt.mutate({ settings, customerId: id })}
        >
          Send request
        </Button>
        {isBroken && <span className="text-12 text-ink-faint">Mend the fields above first.</span>}
      </div>
      {isOfThis && attempt.error && <Banner kind="error">{describeError(attempt.error)}</Banner>}
      {isOfThis && attempt.data && !attempt.isPending && <WebhookAnswer tried={attempt.data} />}
    </section>
  );
}
