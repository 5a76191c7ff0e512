import { expect, it } from 'vitest';
import { connect, createDocument } from '@curlew/testkit';
import { addNode, findIssues, type ScenarioDocument } from './index.ts';

const eventIssues = (document: ScenarioDocument) =>
  findIssues(document)
    .filter(({ code }) => code === 'event_unknown')
    .map(({ nodeId, field, severity }) => [nodeId, field, severity]);

const says = (message: string, sender = 'Curlew') =>
  createDocument({ sender, versions: [{ language: 'en', message }] });

const onEvent = (document: ScenarioDocument): ScenarioDocument =>
  connect(addNode(document, { kind: 'on_event', id: 'on', position: { x: 0, y: 0 } }), 'on', 'sms-1');

it('[N90] warns of a template that reads the event where none is known', () => {
  expect(eventIssues(says('Paid {{ event.total }}', '{{ event.shop }}'))).toEqual([
    ['sms-1', 'sender', 'warning'],
    ['sms-1', 'versions.0.message', 'warning'],
  ]);
});

it.each([
  ['an On event trigger leads there', onEvent(says('Paid {{ event.total }}'))],
  ['the word is no variable', says('The event of the year {{ customer.event }}')],
  ['the template is broken, which is said already', says('Paid {{ event. }}')],
  ['it is set in the template itself', says('{% set event = 1 %}{{ event }}')],
])('[N90] says nothing where %s', (_, document) => {
  expect(eventIssues(document)).toEqual([]);
});
