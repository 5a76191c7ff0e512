// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { focusHeadingAfterNavigation } from './focus-heading.ts';

interface Navigation {
  readonly fromLocation?: unknown;
  readonly pathChanged: boolean;
}

type Listener = (event: Navigation) => void;

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
  return (event: Navigation) => rendered(event);
};

afterEach(() => show(''));

it('leaves the first page to the browser', () => {
  const rendered = start();
  show('<h1 tabindex="-1">One</h1>');
  rendered({ pathChanged: true });
  expect(document.activeElement).toBe(document.body);
});

it('focuses the heading of the next page', () => {
  const rendered = start();
  show('<h1 tabindex="-1">One</h1>');
  rendered({ pathChanged: true });
  show('<h1 tabindex="-1">Two</h1>');
  rendered({ fromLocation: '/one', pathChanged: true });
  expect(document.activeElement?.textContent).toBe('Two');
});

it('keeps the focus where it was while the heading stays', () => {
  const rendered = start();
  show('<h1 tabindex="-1">One</h1><button>Tab</button>');
  rendered({ pathChanged: true });
  document.querySelector('button')?.focus();
  rendered({ fromLocation: '/one?tab=1', pathChanged: false });
  expect(document.activeElement?.tagName).toBe('BUTTON');
});

it('keeps the focus where it was when the heading of the same page came late', () => {
  const rendered = start();
  rendered({ pathChanged: true });
  show('<h1 tabindex="-1">One</h1><button>Tab</button>');
  document.querySelector('button')?.focus();
  rendered({ fromLocation: '/one?tab=1', pathChanged: false });
  expect(document.activeElement?.tagName).toBe('BUTTON');
});

it('leaves the focus in a field that the next page put it into', () => {
  const rendered = start();
  show('<main><h1 tabindex="-1">One</h1></main>');
  rendered({ pathChanged: true });
  show('<main><h1 tabindex="-1">Two</h1><input /></main>');
  document.querySelector('input')?.focus();
  rendered({ fromLocation: '/one', pathChanged: true });
  expect(document.activeElement?.tagName).toBe('INPUT');
});
