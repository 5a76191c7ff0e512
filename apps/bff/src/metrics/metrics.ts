import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What a process counts of its own work, in Prometheus' terms; labels never name a customer, a number or a text. */
export interface Metrics {
  readonly registry: Registry;
  /** Requests to operators by how they ended: accepted, refused, retry, unknown. */
  readonly batches: Counter<'provider' | 'outcome'>;
  /** Seconds until an operator has answered, or was given up. */
  readonly providerSeconds: Histogram<'provider'>;
  /** Messages by the status that they came to. */
  readonly messages: Counter<'provider' | 'status'>;
  /** Messages that the fallback of their integration got, by both their operators. */
  readonly handedOver: Counter<'provider' | 'fallback'>;
  /** Messages that the gate refused, by its reason. */
  readonly refusals: Counter<'status' | 'type'>;
  /**
   * Calls from operators by what was answered (200, 400, 403, 404, 413, 503) and what they were: taken, replayed (taken before), forged (no
   * signature that holds), untimely (genuine, and more than five minutes off), malformed (nothing that can be read, or too much), stranger
   * (without the secret of the address). A call that could not be stored is answered 500 and not counted: it comes again.
   */
  readonly callbacks: Counter<'answer' | 'verdict'>;
}

/** The counters of one process, all at zero. */
export const createMetrics = ({ withProcess = false }: { withProcess?: boolean } = {}): Metrics => {
  const registry = new Registry();
  if (withProcess) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    batches: new Counter({
      name: 'curlew_batches_total',
      help: 'Requests to operators by how they ended',
      labelNames: ['provider', 'outcome'],
      registers,
    }),
    providerSeconds: new Histogram({
      name: 'curlew_provider_seconds',
      help: 'Seconds until an operator has answered a request, or was given up',
      labelNames: ['provider'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    messages: new Counter({
      name: 'curlew_messages_total',
      help: 'Messages by the status that they came to',
      labelNames: ['provider', 'status'],
      registers,
    }),
    handedOver: new Counter({
      name: 'curlew_messages_handed_over_total',
      help: 'Messages that were handed over to the fallback of their provider',
      labelNames: ['provider', 'fallback'],
      registers,
    }),
    refusals: new Counter({
      name: 'curlew_gate_refusals_total',
      help: 'Messages that the gate refused, by its reason',
      labelNames: ['status', 'type'],
      registers,
    }),
    callbacks: new Counter({
      name: 'curlew_callbacks_total',
      help: 'Calls from operators by what was answered and what they were',
      labelNames: ['answer', 'verdict'],
      registers,
    }),
  };
};
