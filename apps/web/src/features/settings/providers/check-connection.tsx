import { endpoints, type Integration } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, PlugZap, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { callApi } from '../../../lib/api.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { integrationsQuery } from '../../../lib/integrations-query.ts';
import { Button } from '../../../ui/button.tsx';

interface CheckConnectionProps {
  readonly projectId: string;
  readonly integration: Integration;
  /** Stands beside the button: other buttons. */
  readonly children: ReactNode;
}

/** Asks the operator whether the stored settings and secrets are right, and says what it answered. */
export function CheckConnection({ projectId, integration, children }: CheckConnectionProps) {
  const client = useQueryClient();
  const check = useMutation({
    mutationFn: () =>
      callApi(endpoints.checkIntegration, { params: { projectId, integrationId: integration.id } }),
    // One that answers well is in no trouble any more.
    onSuccess: () => client.invalidateQueries({ queryKey: integrationsQuery(projectId).queryKey }),
  });
  const said = check.error ? { ok: false, said: describeError(check.error), warning: undefined } : check.data;
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          icon={<PlugZap />}
          loading={check.isPending}
          aria-label={`Check connection: ${integration.name}`}
          onClick={() => check.mutate()}
        >
          Check connection
        </Button>
        {children}
      </div>
      <output className="block text-12 wrap-anywhere empty:hidden">
        {said && !check.isPending && (
          <span className={said.ok ? 'flex gap-1 text-good' : 'flex gap-1 text-bad'}>
            {said.ok ? (
              <CircleCheck aria-label="Well" className="size-4 shrink-0" />
            ) : (
              <CircleAlert aria-label="Not well" className="size-4 shrink-0" />
            )}
            <span className="min-w-0">{said.said}</span>
          </span>
        )}
        {said?.warning && !check.isPending && (
          <span className="mt-1 flex gap-1 text-warn">
            <TriangleAlert aria-label="Warning" className="size-4 shrink-0" />
            <span className="min-w-0">{said.warning}</span>
          </span>
        )}
      </output>
    </div>
  );
}
