import { expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';
import { beginRun } from '../../testing/begin-run.ts';
import type { World } from '../../testing/create-world.ts';
import { readCampaignEvents } from '../../testing/read-campaign.ts';

const dayMs = 86_400_000;
let world: World;
let context: AppContext;
beginOnMonday((ground) => {
  ({ world, context } = ground);
});

it('events of messages say the variant of the A/B split before them, also after a wait', async () => {
  const variants = [
    { id: 'a', name: 'Short', weight: 100 },
    { id: 'b', name: 'Long', weight: 0 },
  ];
  const document = drawDocument(
    [
      ['now', 'now'],
      ['before', 'sms'],
      ['split', 'split', { variants }],
      ['at-once', 'sms'],
      ['wait', 'wait', { mode: 'duration', duration: { amount: 1, unit: 'days' } }],
      ['later', 'sms'],
    ],
    ['now > before', 'before > split', 'split.a > at-once', 'at-once > wait', 'wait > later'],
  );
  // One whose messages leave, and one whose do not.
  const begun = await beginRun(world, document, [{}, { phone: null }]);
  await world.travelTo(monday + dayMs);
  const events = await readCampaignEvents(context, begun.projectId);
  const told = events.map(({ properties: { action_name: node, status, variant } }) =>
    [node, status, variant].join(' '),
  );
  expect([...new Set(told)].toSorted()).toEqual([
    'SMS 2 enqueued Short',
    'SMS 2 suppressed Short',
    'SMS 3 enqueued Short',
    'SMS 3 suppressed Short',
    'SMS enqueued ',
    'SMS suppressed ',
  ]);
  expect(events).toHaveLength(6);
});
