import { expect, it } from 'vitest';
import { findNameProblem } from './find-name-problem.ts';

it.each([
  ['sms', null],
  [' campaign ', null],
  ['Consent', null],
  ['\u200b', 'The name holds a character that nobody sees: type it by hand'],
  ['e\u202evil', 'The name holds a character that nobody sees: type it by hand'],
  ['a\tb', 'The name holds a character that nobody sees: type it by hand'],
  ['', 'Campaign events have no name: type one'],
  [' \n', 'Campaign events have no name: type one'],
  [' consent ', 'Events named consent tell of consents: choose another name'],
])('says of the name %j: %s', (name, problem) => {
  expect(findNameProblem(name)).toBe(problem);
});
