import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ScenarioDocument } from '@curlew/scenario';
import {
  createCustomerFacts,
  createDryScript,
  createMessageFacts,
  createProjectFacts,
  anyPlainDocument,
  anyStory,
  fateOf,
  Keeper,
  plainCategories,
  plainPolicies,
  plainStart,
  type Story,
} from '@curlew/testkit';
import { dryRun, prepareDryRun, type DryRunResult, type DryRunScript, type MessageFacts } from '../index.ts';

const dayMs = 24 * 3_600_000;

// As the keeper has it: a Limit lets pass as many as come, a Webhook says the same each time.
const lucky = (story: Story): Story => ({ ...story, luck: [true], event: undefined, remembers: true });
const factsOf = (story: Story): MessageFacts =>
  createMessageFacts({
    project: createProjectFacts({
      frequencyPolicies: plainPolicies,
      generalCategories: new Set([plainCategories.general]),
      consentCategories: new Set([plainCategories.general, plainCategories.consent]),
    }),
    chance: (seed) => () => fateOf(story).draw(seed.split(' ').at(-1) ?? ''),
  });

const eventsOf = ({ steps }: Story) => {
  let before = plainStart;
  return steps.flatMap(({ pause, events }) => {
    const since = before;
    before += pause;
    return events.map(({ into, ...event }) => ({
      ...event,
      timestamp: since + Math.max(1, Math.floor(into * pause)),
    }));
  });
};

const scriptOf = (story: Story, endsAt: number): DryRunScript =>
  createDryScript({ startsAt: plainStart, endsAt, events: eventsOf(story) });

const play = (document: ScenarioDocument, story: Story, script: DryRunScript): DryRunResult => {
  const { attributes, granted } = story;
  const facts = createCustomerFacts({ attributes, grantedConsents: new Set(granted), events: [] });
  const [result] = dryRun(document, factsOf(story), { customers: [{ facts }], script });
  if (!result) throw new Error('one customer has one result');
  return result;
};

const upTo = (end: number, { steps, messages, changes, events }: DryRunResult) => ({
  steps: steps.filter(({ at }) => at <= end),
  messages: messages.filter(({ at }) => at <= end),
  changes: changes.filter(({ at }) => at <= end),
  events: events.filter(({ at }) => at <= end),
});

const anyEnd = fc.integer({ min: 0, max: 90 * dayMs }).map((after) => plainStart + after);

// Consents that run out are the part of whoever keeps them, and a Limit of a dry run counts.
const isPlayed = ({ nodes }: ScenarioDocument): boolean =>
  nodes.every(
    (node) => node.kind !== 'limit' && (node.kind !== 'change_consent' || node.settings.validDays === null),
  );

it('[E140] is what the walk gives, asked at each moment at which something is due or happens', () => {
  let moves = 0;
  fc.assert(
    fc.property(anyPlainDocument.filter(isPlayed), anyStory.map(lucky), (document, story) => {
      const result = play(document, story, scriptOf(story, plainStart + 90 * dayMs));
      const happened = result.events.filter(({ by }) => by === 'script');
      const times = new Set([
        plainStart,
        ...result.steps.map(({ at }) => at),
        ...happened.map(({ at }) => at),
      ]);
      // The keeper's webhooks answer by node and visit: only where none is asked they are the same.
      fc.pre(!document.nodes.some(({ kind }) => kind === 'webhook'));
      // On date lets in when its day comes, and whom it lets in late has not come yet.
      fc.pre(document.nodes[0]?.kind === 'now');
      const keeper = new Keeper(document, story);
      for (const now of [...times].toSorted((one, other) => one - other)) {
        keeper.now = now;
        for (const { at, type, properties } of happened)
          if (at === now) keeper.add({ type, timestamp: at, properties });
        keeper.look();
      }
      const { walks, steps } = result;
      const ending = walks[0]?.ending?.code ?? '';
      expect(
        steps.map(({ nodeId, output }) =>
          output === null ? `${nodeId} ends: ${ending}` : `${nodeId} ${output}`,
        ),
      ).toEqual(keeper.path);
      expect(walks[0]).toMatchObject({
        nodeId: keeper.result?.nodeId,
        isFinished: keeper.result?.isFinished,
        waitsUntil: keeper.result?.waitsUntil,
      });
      moves += steps.length;
    }),
    { numRuns: 600 },
  );
  expect(moves).toBeGreaterThan(1_000);
});

it('[E141] one that ends earlier is the beginning of one that ends later', () => {
  fc.assert(
    fc.property(anyPlainDocument, anyStory, anyEnd, (document, story, end) => {
      const short = play(document, story, scriptOf(story, end));
      const long = play(document, story, scriptOf(story, plainStart + 90 * dayMs));
      expect(upTo(end, short)).toEqual(upTo(end, long));
    }),
    { numRuns: 300 },
  );
});

it('[E142] what is played moment by moment, and looked at in between, is the same; what comes later changes nothing before', () => {
  fc.assert(
    fc.property(anyPlainDocument, anyStory, anyEnd, (document, story, end) => {
      const script = scriptOf(story, plainStart + 60 * dayMs);
      const { attributes, granted } = story;
      const facts = createCustomerFacts({ attributes, grantedConsents: new Set(granted), events: [] });
      const asked = { customers: [{ facts }], script };
      const before = structuredClone(facts);
      const run = prepareDryRun(document, factsOf(story), asked);
      while (run.playNext()) run.results();
      const whole = play(document, story, script);
      expect(run.results()).toEqual([whole]);
      expect(facts).toEqual(before);
      const later = { type: 'visit', timestamp: end + 1, properties: { k: 'a' } };
      const changed = play(document, story, { ...script, events: [...script.events, later] });
      expect(upTo(end, changed)).toEqual(upTo(end, whole));
    }),
    { numRuns: 300 },
  );
});

it('[E151] customers do not touch one another where nothing is limited', () => {
  fc.assert(
    fc.property(anyPlainDocument.filter(isPlayed), anyStory, anyStory, (document, one, other) => {
      const script = scriptOf(one, plainStart + 60 * dayMs);
      const customers = [one, other].map(({ attributes, granted }, index) => ({
        facts: createCustomerFacts({
          id: `${index}`,
          attributes,
          grantedConsents: new Set(granted),
          events: [],
        }),
      }));
      const together = dryRun(document, factsOf(one), { customers, script });
      const alone = customers.flatMap((customer) =>
        dryRun(document, factsOf(one), { customers: [customer], script }),
      );
      expect(together).toEqual(alone);
    }),
    { numRuns: 200 },
  );
});
