// @vitest-environment jsdom
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from '@tanstack/react-router';
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ReactNode } from 'react';
import { useAddressText } from './use-address-text.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const start = async (inAddress: string) => {
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  await router.load();
  // The router waits with this until its own components have drawn the page, which none of does here.
  router.stores.resolvedLocation.set(router.state.location);
  const onSettle = vi.fn<(text: string) => void>();
  const hook = renderHook(({ address }) => useAddressText(address, onSettle), {
    initialProps: { address: inAddress },
    wrapper: ({ children }: { readonly children: ReactNode }) => (
      <RouterContextProvider router={router}>{children}</RouterContextProvider>
    ),
  });
  return {
    onSettle,
    text: () => hook.result.current.text,
    settled: () => hook.result.current.settled,
    type: (text: string) => act(() => hook.result.current.setText(text)),
    wait: (ms: number) =>
      act(() => {
        vi.advanceTimersByTime(ms);
      }),
    leaveFor: (path: string) => router.history.push(path),
    goTo: (address: string) => hook.rerender({ address }),
  };
};

it('begins with what the address says and writes nothing', async () => {
  const field = await start('jana');
  field.wait(1_000);
  expect(field.text()).toBe('jana');
  expect(field.onSettle).not.toHaveBeenCalled();
});

it('shows every key at once and writes to the address when it stands still', async () => {
  const field = await start('');
  field.type('j');
  field.wait(100);
  field.type('ja');
  expect(field.text()).toBe('ja');
  field.wait(249);
  expect(field.onSettle).not.toHaveBeenCalled();
  field.wait(1);
  expect(field.onSettle.mock.calls).toEqual([['ja']]);
  expect(field.settled()).toBe('ja');
});

it('keeps what is typed while the address catches up', async () => {
  const field = await start('');
  field.type('ja');
  field.wait(250);
  field.type('jan');
  field.goTo('ja');
  expect(field.text()).toBe('jan');
});

it('follows the address when that changes by itself, and does not write it back', async () => {
  const field = await start('jana');
  field.goTo('');
  expect(field.text()).toBe('');
  field.wait(1_000);
  expect(field.onSettle).not.toHaveBeenCalled();
});

it('calls nobody back who has gone on to another page', async () => {
  const field = await start('');
  field.type('ja');
  field.leaveFor('/elsewhere');
  field.wait(250);
  expect(field.onSettle).not.toHaveBeenCalled();
});
