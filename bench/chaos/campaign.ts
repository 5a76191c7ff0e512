import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from '../jinja-fuzz/random.ts';
import type { RunningCarrier } from '../workers/start-carrier.ts';
import type { Worker } from '../workers/start-worker.ts';
import type { Victim } from './victims.ts';

/** What the carrier can be spoken to in. */
export const formats = ['sinch', 'cm'] as const;
export type Format = (typeof formats)[number];

export interface Plan {
  readonly messages: number;
  readonly kills: number;
  readonly chance: Chance;
  readonly ratePerSecond: number;
  readonly format: Format;
}

export interface Campaign extends Plan {
  readonly projectId: string;
  readonly runId: string;
}

// So that the kills fall into the campaign, and not after it.
export const killEveryMs = 1_000;

/** Makes customers, one in fifty of them without a phone, and starts the campaign: the jobs wait for whoever takes them. */
export const startCampaign = async (
  teller: Worker,
  { url, token }: RunningCarrier,
  { publicUrl, ...plan }: Plan & { readonly publicUrl: string },
): Promise<Campaign> => {
  const { messages, ratePerSecond, format } = plan;
  await teller.call({ kind: 'prepare' });
  const customers = messages + Math.floor((messages - 1) / 49);
  const { projectId } = await teller.call<{ projectId: string }>({ kind: 'audience', customers });
  const carrier = { url, token };
  const { runId } = await teller.call<{ runId: string }>({
    kind: 'start',
    projectId,
    scenario: 'send',
    carrier,
    ratePerSecond,
    ...(format === 'cm' ? { cmReportsTo: publicUrl } : {}),
  });
  return { ...plan, projectId, runId };
};

/** Kills one after the other at random moments; every tenth time `crash` instead, where there is something to crash. */
export const killAll = async (
  victims: readonly Victim[],
  { kills, chance }: Plan,
  crash?: () => Promise<void>,
): Promise<void> => {
  const busy = new Set<Victim>();
  const restarts: Promise<void>[] = [];
  for (let kill = 1; kill <= kills;) {
    await wait(chance.number(killEveryMs * 2));
    if (crash && kill % 10 === 0) await crash();
    else {
      const free = victims.filter((victim) => !busy.has(victim));
      // All of them are about to begin again.
      if (free.length === 0) continue;
      const victim = chance.pick(free);
      busy.add(victim);
      restarts.push(victim.kill().finally(() => busy.delete(victim)));
    }
    kill += 1;
  }
  await Promise.all(restarts);
};
