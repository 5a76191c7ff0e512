// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { ApiError } from '../lib/api-error.ts';
import { ErrorBoundary } from './error-boundary.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const showFailure = (error: Error): void => {
  // React reports a caught error on the console too.
  vi.spyOn(console, 'error').mockReturnValue();
  const Broken = () => {
    throw error;
  };
  render(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
};

it('offers to load the page anew, and keeps the inner words of a defect to itself', () => {
  showFailure(new TypeError('x is not a function'));
  expect(screen.getByRole('button', { name: 'Reload page' })).toBeTruthy();
  expect(screen.getByRole('alert').textContent).not.toContain('x is not a function');
});

it('says what the API said, with the request to ask about', () => {
  showFailure(
    new ApiError({
      code: 'internal',
      status: 500,
      message: 'The list could not be read.',
      details: { requestId: 'r-17' },
    }),
  );
  expect(screen.getByRole('alert').textContent).toContain('The list could not be read.');
  expect(screen.getByText('r-17')).toBeTruthy();
});
