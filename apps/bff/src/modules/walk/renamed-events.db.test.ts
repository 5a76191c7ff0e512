import { expect, it } from 'vitest';
import { dryScriptSchema } from '@curlew/contract';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';
import { beginRun, type BegunRun } from '../../testing/begin-run.ts';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import type { World } from '../../testing/create-world.ts';
import { forecastOnly } from '../../testing/forecast-only.ts';
import { renameEvents } from '../campaign-events/service.ts';
import { dryRunScenario } from '../dry-run/service.ts';
import { getWalk } from '../walk-history/get-walk.ts';
import { listRunWalks } from '../walk-history/list-run-walks.ts';

const hourMs = 3_600_000;
let context: AppContext;
let world: World;
beginOnMonday((ground) => {
  ({ context, world } = ground);
});

const rename = ({ projectId }: Pick<BegunRun, 'projectId'>, name: string) =>
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

it('triggers that ask for the new name hear of messages, those that ask for the old one do not', async () => {
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

it('the forecast and the dry run hear of messages by the new name', async () => {
  const document = drawDocument(
    [
      ['now', 'now'],
      ['first', 'sms'],
      ['old', 'condition', told('campaign')],
      ['new', 'condition', told('text_message')],
      ['second', 'sms'],
    ],
    ['now > first', 'first > old', 'old.no_match > new', 'new.match > second'],
  );
  const campaign = await createTestCampaign(context, { document, customers: [{}] });
  await rename(campaign, 'text_message');
  const { nodes } = await forecastOnly(context, campaign);
  expect(nodes.map(({ nodeId, messages }) => [nodeId, messages])).toEqual([
    ['first', 1],
    ['second', 1],
  ]);
  const { lives } = await dryRunScenario(context, {
    ...campaign,
    document,
    people: { kind: 'customers', ids: [...campaign.customerIds] },
    startsAt: new Date(monday).toISOString(),
    script: dryScriptSchema.parse({}),
  });
  const [life] = lives;
  expect(life?.messages.map(({ nodeId }) => nodeId)).toEqual(['first', 'second']);
  expect(life?.events.map(({ type, status: said }) => `${type} ${said}`).toSorted()).toEqual([
    'text_message enqueued',
    'text_message enqueued',
    'text_message sent',
    'text_message sent',
  ]);
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
