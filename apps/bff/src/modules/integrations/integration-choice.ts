import type { NodeOf } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { listIntegrations } from './service.ts';

export interface IntegrationChoice {
  readonly id: string;
  readonly provider: string;
}

/** How a project's SMS nodes find the integration they send through: their own, else the default. */
export const findIntegrationChoice = async (
  context: AppContext,
  projectId: string,
): Promise<(node: NodeOf<'sms'>) => IntegrationChoice> => {
  const integrations = await listIntegrations(context, projectId);
  const byDefault = integrations.find((integration) => integration.isDefault);
  return (node) => {
    const chosen =
      integrations.find((integration) => integration.id === node.settings.integrationId) ?? byDefault;
    if (!chosen) throw new Error(`project ${projectId} has no integration to send node ${node.id} through`);
    return chosen;
  };
};
