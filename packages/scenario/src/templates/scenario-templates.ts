import { abandonedCart } from './abandoned-cart.ts';
import { birthday } from './birthday.ts';
import { deliveryNotice } from './delivery-notice.ts';
import type { ScenarioTemplate } from './scenario-template.ts';
import { welcomeSeries } from './welcome-series.ts';
import { winBack } from './win-back.ts';

/** Scenarios to start from, in the order they are offered. */
export const scenarioTemplates: readonly ScenarioTemplate[] = [
  welcomeSeries,
  abandonedCart,
  birthday,
  winBack,
  deliveryNotice,
];
