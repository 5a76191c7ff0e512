import type { ScenarioNode } from '@curlew/scenario';

const dayMs = 86_400_000;

/** Whether a trigger lets a customer in again who last came in by it at a moment (N38, N42); undefined: they never did. */
export const mayEnterAgain = (node: ScenarioNode, at: number, last: number | undefined): boolean => {
  if (last === undefined || !('reentry' in node.settings)) return true;
  const { mode, days } = node.settings.reentry;
  switch (mode) {
    case 'unlimited':
      return true;
    case 'once':
      return false;
    case 'period':
      return last <= at - days * dayMs;
  }
};
