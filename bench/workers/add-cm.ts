import type { AppContext } from '../../apps/bff/src/app-context.ts';
import { addIntegration } from '../../apps/bff/src/modules/integrations/service.ts';
import { callbackUrl } from '../../apps/bff/src/modules/receipts/callback-url.ts';
import type { CarrierAddress } from './worker-calls.ts';

/** Gives a project the carrier as an owner adds CM: its address is typed, and the carrier is told by hand where to report. */
export const addCm = async (
  context: AppContext,
  projectId: string,
  { url, token, publicUrl }: CarrierAddress & { readonly publicUrl: string },
): Promise<void> => {
  const id = await addIntegration(
    context,
    { projectId, name: 'CM', isDefault: true, ratePerSecond: 1 },
    { provider: 'cm', settings: { baseUrl: url }, secrets: { productToken: token } },
  );
  const answer = await fetch(`${url}/carrier/api/callbacks`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ cm: callbackUrl({ ...context, publicUrl }, id) }),
  });
  if (!answer.ok) throw new Error(`the carrier answered ${answer.status} when told where to report`);
};
