// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { Dialog } from './dialog.tsx';

afterEach(cleanup);

interface OwnerProps {
  readonly removesOpener?: boolean;
}

function Owner({ removesOpener = false }: OwnerProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <h1 tabIndex={-1}>Scenarios</h1>
      {!(isOpen && removesOpener) && (
        <button type="button" onClick={() => setOpen(true)}>
          Rename
        </button>
      )}
      {isOpen && (
        <Dialog isOpen onOpenChange={setOpen} title="Rename scenario">
          <input aria-label="Name" />
        </Dialog>
      )}
    </>
  );
}

const openAndClose = async () => {
  const opener = screen.getByRole('button', { name: 'Rename' });
  opener.focus();
  fireEvent.click(opener);
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Name'));
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
};

it('puts the focus into its first field, and back when it closes', async () => {
  render(<Owner />);
  await openAndClose();
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Rename'));
});

it('gives the focus to the heading when what opened it is gone', async () => {
  render(<Owner removesOpener />);
  await openAndClose();
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
});
