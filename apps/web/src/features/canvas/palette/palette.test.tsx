// @vitest-environment jsdom
import type { NodeKind } from '@curlew/scenario';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Palette } from './palette.tsx';

afterEach(cleanup);

const search = () => screen.getByRole('searchbox', { name: 'Search nodes' });
const titles = () => screen.getAllByRole('button').map(({ textContent }) => textContent);

it('adds the first that is found with Enter, and nothing without a text', () => {
  const onAdd = vi.fn<(kind: NodeKind) => void>();
  render(<Palette onAdd={onAdd} />);
  fireEvent.keyDown(search(), { key: 'Enter' });
  expect(onAdd).not.toHaveBeenCalled();
  fireEvent.change(search(), { target: { value: 'birth' } });
  expect(titles()).toEqual(['Add On date attribute']);
  fireEvent.keyDown(search(), { key: 'Enter' });
  expect(onAdd.mock.calls).toEqual([['date_attribute']]);
});

it('is walked with the arrow keys, from the search and back', () => {
  render(<Palette onAdd={() => {}} />);
  search().focus();
  const [first, second] = screen.getAllByRole('button');
  fireEvent.keyDown(search(), { key: 'ArrowDown' });
  expect(document.activeElement).toBe(first);
  fireEvent.keyDown(first ?? document.body, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(second);
  fireEvent.keyDown(second ?? document.body, { key: 'ArrowUp' });
  fireEvent.keyDown(first ?? document.body, { key: 'ArrowUp' });
  expect(document.activeElement).toBe(search());
});

it('says when nothing is found, and Escape shows all again', () => {
  render(<Palette onAdd={() => {}} />);
  fireEvent.change(search(), { target: { value: 'fax' } });
  expect(screen.getByRole('status').textContent).toBe('No node does “fax”.');
  fireEvent.keyDown(search(), { key: 'Escape' });
  expect(screen.getAllByRole('button').length).toBeGreaterThan(10);
});
