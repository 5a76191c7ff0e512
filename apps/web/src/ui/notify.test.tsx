// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useThemeStore } from '../lib/theme-store.ts';
import { notify } from './notify.ts';
import { Toaster } from './toaster.tsx';

afterEach(cleanup);

// What the system prefers is nothing that can be asked here.
useThemeStore.setState({ theme: 'light' });

it('gives the focus back as soon as its button was pressed, and does not take it later', async () => {
  const onUndo = vi.fn<() => void>();
  const { rerender } = render(
    <>
      <button type="button">Archive</button>
      <button type="button">Actions</button>
      <Toaster />
    </>,
  );
  const [archive, actions] = [screen.getByRole('button', { name: 'Archive' }), screen.getByText('Actions')];
  archive.focus();
  act(() => notify.done('Two are in the archive.', { label: 'Undo', onClick: onUndo }));
  const undo = await screen.findByRole('button', { name: 'Undo' });
  act(() => undo.focus());
  fireEvent.click(undo);
  expect(onUndo).toHaveBeenCalledTimes(1);
  expect(document.activeElement).toBe(archive);

  actions.focus();
  rerender(
    <>
      <button type="button">Archive</button>
      <button type="button">Actions</button>
    </>,
  );
  expect(document.activeElement).toBe(actions);
});
