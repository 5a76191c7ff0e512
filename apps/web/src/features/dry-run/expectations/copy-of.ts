import type { BodyOf, endpoints, Expectation } from '@curlew/contract';

const longest = 100;
const mark = ' (copy)';

/** The same under another name, to be changed. */
export const copyOf = (expectation: Expectation): BodyOf<typeof endpoints.createExpectation> => ({
  ...expectation,
  name: `${expectation.name.slice(0, longest - mark.length)}${mark}`,
});
