// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useDebouncedValue } from './use-debounced-value.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const pass = (ms: number): void =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });

it('follows only once the value stands still', () => {
  const { result, rerender } = renderHook(({ value }) => useDebouncedValue(value, 200), {
    initialProps: { value: 'j' },
  });
  rerender({ value: 'ja' });
  pass(150);
  rerender({ value: 'jan' });
  pass(199);
  expect(result.current).toBe('j');
  pass(1);
  expect(result.current).toBe('jan');
});
