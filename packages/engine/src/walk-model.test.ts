import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { findIssues, triggerNodes, type ScenarioDocument } from '@curlew/scenario';
import {
  anyDocument,
  anyPlainDocument,
  anyStory,
  createCustomerFacts,
  createMessageFacts,
  createPlainWalk,
  fateOf,
  Keeper,
  plainLifeOf,
  plainStart,
  type Story,
} from '@curlew/testkit';
import { walk, type Answer } from './index.ts';

const dayMs = 86_400_000;

// Those who never come to an end would make both walkers go round for long: what they write grows with each round.
const mostSteps = 300;

it('[E14] [E70] [E71] [E74] the walk and a plain walker agree at every moment', () => {
  const seen = new Set<string>();
  let moves = 0;
  fc.assert(
    fc.property(anyPlainDocument, anyStory, (document, story) => {
      const keeper = new Keeper(document, story);
      const plainWalk = createPlainWalk(document, fateOf(story));
      const life = plainLifeOf(story);
      const compare = (): void => {
        const { nodeId, visit, isFinished, waitsUntil } = keeper.look();
        const due = plainWalk(life, keeper.now);
        expect(keeper.path).toEqual(life.path);
        expect(keeper.effects).toEqual(life.effects);
        expect({ nodeId, visit, isFinished, waitsUntil }).toEqual({
          nodeId: life.at,
          visit: life.visit,
          isFinished: life.isFinished,
          waitsUntil: due,
        });
        expect(Object.fromEntries(keeper.attributes)).toEqual(Object.fromEntries(life.attributes));
      };
      compare();
      for (const { pause, events } of story.steps) {
        if (life.isFinished || life.path.length > mostSteps) break;
        const before = keeper.now;
        keeper.now += pause;
        for (const { into, ...event } of events.toSorted((one, other) => one.into - other.into)) {
          const timed = { ...event, timestamp: before + Math.max(1, Math.floor(into * pause)) };
          keeper.add(timed);
          life.events.push(timed);
        }
        compare();
      }
      moves += life.path.length;
      for (const step of life.path) {
        const [id = '', ...rest] = step.split(' ');
        seen.add(`${document.nodes.find((node) => node.id === id)?.kind} ${rest.join(' ')}`);
      }
    }),
    { numRuns: 2_000 },
  );
  expect(moves).toBeGreaterThan(6_000);
  for (const way of [
    'wait event',
    'wait timeout',
    'wait ends: no_number',
    'wait ends: template_error',
    'on_date ends: moment_past',
    'limit full',
    'webhook ok',
    'webhook error',
    'silent_hours out',
    'split v0',
    'split v1',
    'condition match',
    'condition no_match',
  ])
    expect(seen).toContain(way);
}, 180_000);

/** Lives a story at the moments at which something is due or happens, and at others. */
const live = (document: ScenarioDocument, story: Story, others: readonly number[]): Keeper => {
  const keeper = new Keeper(document, story);
  const extra = others
    .map((share) => plainStart + Math.floor(share * 60 * dayMs))
    .toSorted((one, other) => one - other);
  const events = story.steps.flatMap(({ pause, events: some }, index) =>
    some.map(({ into, ...event }) => ({
      ...event,
      timestamp: plainStart + 1 + Math.floor((index + into) * pause),
    })),
  );
  const times = new Set([...extra, ...events.map(({ timestamp }) => timestamp)]);
  for (let turn = 0; turn < 60; turn += 1) {
    const { isFinished, waitsUntil } = keeper.look();
    if (isFinished || waitsUntil === null || keeper.path.length > mostSteps) break;
    const next = Math.min(waitsUntil, ...[...times].filter((time) => time > keeper.now));
    const before = keeper.path.length;
    keeper.now = next;
    for (const event of events.filter(({ timestamp }) => timestamp === next)) keeper.add(event);
    keeper.look();
    // At the moment that it named something happens.
    if (next === waitsUntil) expect(keeper.path.length).toBeGreaterThan(before);
  }
  return keeper;
};

it('[E70] to be asked early and often changes nothing, and nobody is held for ever', () => {
  fc.assert(
    fc.property(
      anyPlainDocument,
      anyStory,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 15 }),
      (document, story, others) => {
        const [seldom, often] = [live(document, story, []), live(document, story, others)];
        // Who was looked at more often has come less far in as many turns.
        const length = Math.min(seldom.path.length, often.path.length);
        expect(often.path.slice(0, length)).toEqual(seldom.path.slice(0, length));
        const done = Math.min(seldom.effects.length, often.effects.length);
        expect(often.effects.slice(0, done)).toEqual(seldom.effects.slice(0, done));
        const areFinished = seldom.result?.isFinished === true && often.result?.isFinished === true;
        expect(areFinished && often.path.length !== seldom.path.length).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

const anyZone = fc.constantFrom(
  undefined,
  'Europe/Bratislava',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'nowhere',
  5,
);

it('[E15] [E70] [E76] whatever can start goes on whenever it said it would, to its end', () => {
  let started = 0;
  fc.assert(
    fc.property(anyDocument, anyZone, fc.constantFrom('match', 'no'), (document, time_zone, mood) => {
      if (findIssues(document).some(({ severity }) => severity === 'error')) return;
      const attributes = time_zone === undefined ? {} : { time_zone };
      for (const { id } of triggerNodes(document)) {
        started += 1;
        let [now, nodeId, visit, reachedAt] = [plainStart, id, 1, plainStart];
        let customer = createCustomerFacts({ attributes });
        let answer: { readonly answer?: Answer } = {};
        for (let turn = 0; turn < 60; turn += 1) {
          const result = walk(
            document,
            createMessageFacts({ now }),
          )({ nodeId, visit, customer, reachedAt, ...answer });
          if (result.moves.length > 0) reachedAt = now;
          // Asked at the moment it named, it goes on, or it is silent for the next message.
          else if (turn > 0) throw new Error(`${nodeId} holds and holds`);
          if (result.isFinished) break;
          ({ nodeId, visit, customer } = result);
          const { question, waitsUntil } = result;
          const isGood = mood === 'match';
          answer = {};
          if (question?.kind === 'limit') answer = { answer: { kind: 'limit', passes: isGood } };
          else if (question)
            answer = { answer: { kind: 'webhook', isOk: isGood, said: 200, body: { a: turn } } };
          else if (waitsUntil !== null && waitsUntil > now) now = waitsUntil;
          else throw new Error(`${nodeId} neither holds, nor asks, nor ends`);
        }
      }
    }),
    { numRuns: 3_000 },
  );
  expect(started).toBeGreaterThan(50);
});
