import type { DryScript } from '@curlew/contract';
import type { DryRunScript } from '@curlew/engine';

const dayMs = 86_400_000;

const byNode = (chosen: DryScript['variants']): ReadonlyMap<string, string> =>
  new Map(chosen.map(({ nodeId, variantId }) => [nodeId, variantId]));

/** A script as it comes in, on the clock of a dry run that begins at a moment (milliseconds since 1970). */
export const readScript = (script: DryScript, startsAt: number): DryRunScript => ({
  startsAt,
  endsAt: startsAt + script.days * dayMs,
  ...(script.enterBy === null ? {} : { enterBy: script.enterBy }),
  events: script.events.map(({ after, type, properties }) => ({
    type: type.trim(),
    timestamp: startsAt + after * 1_000,
    properties,
  })),
  reactions: script.reactions.map(({ after, ...reaction }) => ({ ...reaction, afterMs: after * 1_000 })),
  webhooks: new Map(
    script.webhooks.map(({ nodeId, status, body }) => [
      nodeId,
      {
        isOk: status !== null && status >= 200 && status < 300,
        said: status ?? 'no answer',
        ...(body === undefined ? {} : { body }),
      },
    ]),
  ),
  variants: byNode(script.variants),
  winners: byNode(script.winners),
});
