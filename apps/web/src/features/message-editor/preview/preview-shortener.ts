import { slugLength, type Shortener } from '@curlew/engine';

const letters = 'aB3dE5fG7hJ9kL2m';

/** Short links as long as those that are sent, and leading nowhere; every link of a message has another name. */
export const previewShortener = (base: string): Shortener => {
  let made = 0;
  return {
    base,
    newSlug: () => {
      made = (made + 1) % letters.length;
      return `${letters}${letters}`.slice(made, made + slugLength);
    },
  };
};
