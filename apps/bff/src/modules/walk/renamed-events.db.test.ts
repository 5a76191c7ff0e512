import { expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';
import { beginRun, type BegunRun } from '../../testing/begin-run.ts';
import type { World } from '../../testing/create-world.ts';
import { renameEvents } from '../campaign-events/service.ts';
import { getWalk } from '../walk-history/get-walk.ts';
import { listRunWalks } from '../walk-history/list-run-walks.ts';

const hourMs = 3_600_000;
let context: AppContext;
let world: World;
beginOnMonday((ground) => {
  ({ context, world } = ground);
});

const rename = ({ projectId }: BegunRun, name: string) =>
  renameEvents(context, projectId, { name, userId: newId() });

const status = (value: string) => [
  { property: 'status', type: 'text' as const, operator: 'is' as const, values: [value] },
];
const told = (event: string) => ({
  filter: {
    match: 'all' as const,
    groups: [
      {
        match: 'all' as const,
        conditions: [
          { kind: 'event' as const, event, did: true, atLeast: 1, withinDays: 1, where: status('enqueued') },
        ],
      },
    ],
  },
});
const pause = { mode: 'duration' as const, duration: { amount: 1, unit: 'hours' as const } };

it('a walk that goes on after the change writes, and asks its conditions, by the new name', async () => {
  const begun = await beginRun(
    world,
    drawDocument(
      [
        ['now', 'now'],
        ['pause', 'wait', pause],
        ['sms', 'sms'],
        ['old', 'condition', told('campaign')],
        ['new', 'condition', told('text_message')],
        ['bad', 'track_event', { event: 'bad' }],
        ['good', 'track_event', { event: 'good' }],
      ],
      [
        'now > pause',
        'pause > sms',
        'sms > old',
        'old.match > bad',
        'old.no_match > new',
        'new.match > good',
      ],
    ),
  );
  await rename(begun, 'text_message');
  await world.travelTo(monday + hourMs);
  expect(await begun.places()).toEqual({ 'good finished': 1 });
});

it('triggers and waits that ask for the new name hear of messages, those that ask for the old one do not', async () => {
  const where = status('enqueued');
  const begun = await beginRun(
    world,
    drawDocument(
      [
        ['now', 'now'],
        ['pause', 'wait', pause],
        ['sms', 'sms'],
        ['new', 'on_event', { event: 'text_message', where }],
        ['old', 'on_event', { event: 'campaign', where }],
        ['heard', 'track_event', { event: 'heard' }],
        ['unheard', 'track_event', { event: 'unheard' }],
      ],
      ['now > pause', 'pause > sms', 'new > heard', 'old > unheard'],
    ),
  );
  await rename(begun, 'text_message');
  await world.travelTo(monday + hourMs);
  expect(await begun.places()).toEqual({ 'sms finished': 1, 'heard finished': 1 });
});

it('why a message was refused is found by whichever name it was written under', async () => {
  const long = { versions: [{ language: 'en', message: '{{ "x" * 200 }}' }], maximumParts: 1 };
  const begun = await beginRun(
    world,
    drawDocument(
      [
        ['now', 'now'],
        ['first', 'sms', long],
        ['pause', 'wait', pause],
        ['second', 'sms', long],
      ],
      ['now > first', 'first > pause', 'pause > second'],
    ),
  );
  await rename(begun, 'text_message');
  await world.travelTo(monday + hourMs);
  const [walk] = (await listRunWalks(context, begun, { limit: 1 })).items;
  const { refusals } = await getWalk(context, { projectId: begun.projectId, walkId: walk?.id ?? '' });
  expect(refusals.map(({ visit, message }) => [visit, message.includes('200 GSM-7 units')])).toEqual([
    [2, true],
    [4, true],
  ]);
});
