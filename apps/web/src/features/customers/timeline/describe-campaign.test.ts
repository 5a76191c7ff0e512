import { expect, it } from 'vitest';
import { type CampaignProperties, readCampaignEvent } from './campaign-event.ts';
import { describeDelivery, findMessageText, findReason, findTextBearers } from './describe-campaign.ts';

const read = (properties: Record<string, string | number | null>): CampaignProperties => {
  const campaign = readCampaignEvent({
    id: 'e1',
    type: 'text_message',
    isCampaign: true,
    timestamp: '2026-11-22T08:00:00.000Z',
    properties,
  });
  if (!campaign) throw new Error('these are no properties of a campaign event');
  return campaign;
};

const sent = read({
  status: 'sent',
  sender: 'HeronReed',
  recipient: '+48490000118',
  message: 'Hi Łukasz',
  message_parts: 2,
  encoding: 'UCS-2',
  language: 'pl',
  message_id: 'm1',
});
const tooLong = read({
  status: 'enqueue_failed',
  type: 'message_too_long',
  message: '200 GSM-7 units take 2 parts, one part is allowed',
  language: null,
});

it('reads what an event says, and nothing into what it does not say', () => {
  expect(sent).toMatchObject({ status: 'sent', message_parts: 2, error: null, url: null });
  expect(read({ status: 'sent', sender: 5, message_parts: 'two' })).toMatchObject({
    sender: null,
    message_parts: null,
  });
});

it.each([
  ['one of others', false, { status: 'sent' }],
  ['one without a status', true, {}],
])('takes %s for no campaign event', (_, isCampaign, properties) => {
  const event = { id: 'e', type: 'purchase', isCampaign, timestamp: '2026-11-22T08:00:00.000Z', properties };
  expect(readCampaignEvent(event)).toBeNull();
});

it('tells way, encoding, parts and language in one line', () => {
  expect(describeDelivery(sent)).toBe('From HeronReed to +48490000118, Unicode, 2 parts, Polish');
  expect(describeDelivery(read({ status: 'sent', message_parts: 1 }))).toBe('1 part');
  expect(describeDelivery(read({ status: 'sent' }))).toBe('');
});

it('gives the type and the sentence of a refusal, which is not the text of the message', () => {
  expect(findReason(tooLong)).toEqual({
    label: 'Message too long',
    sentence: '200 GSM-7 units take 2 parts, one part is allowed',
    code: 'message_too_long',
  });
  expect(findMessageText(tooLong)).toBeNull();
});

it('shows a refusal of a type it does not know by its own name', () => {
  expect(findReason(read({ status: 'suppressed', type: 'some_new_type' }))).toMatchObject({
    label: 'some_new_type',
    code: 'some_new_type',
    sentence: null,
  });
});

it('gives what the operator said of a failure', () => {
  const failed = read({ status: 'failed', error: 'Absent subscriber', status_code: '407', message: 'Hi' });
  expect(findReason(failed)).toEqual({
    label: 'The operator said',
    sentence: 'Absent subscriber',
    code: '407',
  });
  expect(findMessageText(failed)).toBe('Hi');
});

it.each(['sent', 'failed'])(
  'says who decided where nobody could say, and the operator did not: %s',
  (status) => {
    const error = 'Nobody could say whether it was sent: Owner took it as not sent on 2026-11-30 08:12 UTC.';
    expect(findReason(read({ status, error }))).toEqual({
      label: 'Nobody could say whether it was sent',
      sentence: 'Owner took it as not sent on 2026-11-30 08:12 UTC.',
      code: null,
    });
  },
);

it('gives a code once, where the operator names it too', () => {
  const failed = read({ status: 'failed', error: 'Failed, code 27', status_code: '27' });
  expect(findReason(failed)).toMatchObject({ sentence: 'Failed, code 27', code: null });
});

it.each(['sent', 'delivered'])('has no reason to give for a message that was %s', (status) => {
  expect(findReason(read({ status, status_code: '0' }))).toBeNull();
});

it('shows a text once: at the newest event of its message', () => {
  const events = [
    { id: 'delivered', campaign: { ...sent, status: 'delivered' } },
    { id: 'purchase', campaign: null },
    { id: 'sent', campaign: sent },
    { id: 'refused', campaign: tooLong },
    { id: 'other', campaign: { ...sent, message_id: 'm2' } },
    { id: 'incoming', campaign: { ...sent, message_id: null } },
  ];
  expect(findTextBearers(events)).toEqual(new Set(['delivered', 'other', 'incoming']));
});
