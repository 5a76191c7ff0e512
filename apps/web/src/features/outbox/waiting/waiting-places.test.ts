import { expect, it } from 'vitest';
import { waitingPlaces } from './waiting-places.ts';

const backup = { name: 'Backup', waiting: 1_200, isMore: false };
const other = { name: 'Other', waiting: 300, isMore: false };

it.each([
  ['Sinch', [], 'at Sinch'],
  [null, [], null],
  ['Sinch', [backup], '1,200 at Backup, the fallback; 300 at Sinch'],
  [null, [backup], '1,200 at Backup, the fallback; 300 at their own provider'],
  [null, [backup, other], '1,200 at Backup, the fallback; 300 at Other, the fallback'],
  ['Sinch', [{ ...backup, isMore: true }], '1,200 or more at Backup, the fallback'],
])('of 1,500 that wait, by %s with %j handed over', (integrationName, handedOver, words) => {
  expect(waitingPlaces({ waiting: 1_500, integrationName, handedOver })).toBe(words);
});
