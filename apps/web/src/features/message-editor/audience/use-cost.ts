import { estimateCost, type CostEstimate, type PartsToCountry } from '@curlew/engine';
import type { NodeOf } from '@curlew/scenario';
import { useQuery } from '@tanstack/react-query';
import { priceListQuery } from '../../../lib/price-list-query.ts';
import { projectQuery } from '../../../lib/project-query.ts';

/** What parts cost through the integration that a message leaves by; null until its prices are known. */
export type Cost = (parts: readonly PartsToCountry[]) => CostEstimate;

const today = (): string => new Date().toISOString().slice(0, 10);

export const useCost = (projectId: string, node: NodeOf<'sms'>): Cost | null => {
  const project = useQuery(projectQuery(projectId));
  const integrations = project.data?.integrations ?? [];
  const chosen = integrations.find(({ id, isDefault }) =>
    node.settings.integrationId === null ? isDefault : id === node.settings.integrationId,
  );
  const list = useQuery({ ...priceListQuery(projectId, chosen?.id ?? ''), enabled: chosen !== undefined });
  if (!list.data) return null;
  const { prices } = list.data;
  return (parts) => estimateCost(parts, prices, today());
};
