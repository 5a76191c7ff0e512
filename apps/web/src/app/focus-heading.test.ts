// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { focusHeadingAfterNavigation } from './focus-heading.ts';

type Listener = (event: { readonly fromLocation?: unknown }) => void;

const show = (html: string): void => {
  document.body.innerHTML = html;
};

const start = () => {
  let rendered: Listener = () => {};
  focusHeadingAfterNavigation({
    subscribe: (_, listener) => {
      rendered = listener;
      return () => {};
    },
  });
  return (event: { readonly fromLocation?: unknown }) => rendered(event);
};

afterEach(() => show(''));

it('leaves the first page to the browser', () => {
  const rendered = start();
  show('<h1 tabindex="-1">One</h1>');
  rendered({});
  expect(document.activeElement).toBe(document.body);
});

it('focuses the heading of the next page', () => {
  const rendered = start();
  show('<h1 tabindex="-1">One</h1>');
  rendered({});
  show('<h1 tabindex="-1">Two</h1>');
  rendered({ fromLocation: '/one' });
  expect(document.activeElement?.textContent).toBe('Two');
});

it('keeps the focus where it was while the heading stays', () => {
  const rendered = start();
  show('<h1 tabindex="-1">One</h1><button>Tab</button>');
  rendered({});
  document.querySelector('button')?.focus();
  rendered({ fromLocation: '/one?tab=1' });
  expect(document.activeElement?.tagName).toBe('BUTTON');
});

it('leaves the focus in a field that the next page put it into', () => {
  const rendered = start();
  show('<main><h1 tabindex="-1">One</h1></main>');
  rendered({});
  show('<main><h1 tabindex="-1">Two</h1><input /></main>');
  document.querySelector('input')?.focus();
  rendered({ fromLocation: '/one' });
  expect(document.activeElement?.tagName).toBe('INPUT');
});
