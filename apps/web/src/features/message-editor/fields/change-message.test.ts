import { nodeKinds } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { changeMessage } from './change-message.ts';

it('changes one language version and leaves the others alone', () => {
  const settings = {
    ...nodeKinds.sms.defaults(),
    versions: [
      { language: 'en', message: 'Hi' },
      { language: 'sk', message: 'Ahoj' },
    ],
  };
  const changed = changeMessage(settings, 1, 'Čau');
  expect(changed.versions).toEqual([
    { language: 'en', message: 'Hi' },
    { language: 'sk', message: 'Čau' },
  ]);
  expect(settings.versions[1]?.message).toBe('Ahoj');
});
