import { newBatch } from '../ledger/new-batch.ts';
import { viewBatch } from './batch-view.ts';
import { readBatch } from './read-batch.ts';

/**
 * Takes a full batch through parsing and composing a few times and forgets it, so that the engine has compiled that path
 * before the first real one comes: its answer is measured like any other.
 */
export function warmUp(parameterLength: number): void {
  const to = Array.from({ length: 1000 }, (_, index) => `+${447_700_900_000 + index}`);
  const text = Object.fromEntries(
    to.map((number) => [number.slice(1), `Warming up for ${number}…`.slice(0, parameterLength)]),
  );
  const body = { from: 'Carrier', to, body: '${text}', parameters: { text } };
  for (let round = 0; round < 3; round += 1) {
    const read = readBatch(body, { parameterLength, now: Date.now(), callbackUrl: undefined });
    if (!read.ok) throw new Error(`the carrier refuses its own batch: ${read.refusal.text}`);
    JSON.stringify(viewBatch(newBatch({ id: '', createdAt: 0, request: read.request }).batch));
  }
}
