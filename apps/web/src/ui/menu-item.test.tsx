// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { MenuItem } from './menu-item.tsx';
import { Menu } from './menu.tsx';

afterEach(cleanup);

it('gives the focus to the button of the menu before it does what it is for', async () => {
  let focused: Element | null = null;
  const remember = () => {
    focused = document.activeElement;
  };
  render(
    <Menu trigger={<button type="button">Actions</button>}>
      <MenuItem onSelect={remember}>Rename</MenuItem>
    </Menu>,
  );
  const button = screen.getByRole('button', { name: 'Actions' });
  fireEvent.keyDown(button, { key: 'Enter' });
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Rename' }));
  expect(focused).toBe(button);
});
