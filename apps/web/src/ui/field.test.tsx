// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Field } from './field.tsx';
import { Select } from './select.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

afterEach(cleanup);

const noteOf = (control: HTMLElement): string | null | undefined =>
  document.getElementById(control.getAttribute('aria-describedby') ?? '')?.textContent;

const providers = [
  { value: 'sinch', label: 'Sinch' },
  { value: 'cm', label: 'CM.com' },
] as const;

it.each([
  ['a text field', <TextField key="text" />],
  ['a text area', <TextArea key="area" />],
  ['a select', <Select key="select" options={providers} value={null} onChange={() => {}} />],
])('ties label and hint to %s', (_, control) => {
  render(
    <Field label="Sender" hint="Up to 11 letters">
      {control}
    </Field>,
  );
  const found = screen.getByLabelText('Sender');
  expect(noteOf(found)).toBe('Up to 11 letters');
  expect(found.hasAttribute('aria-invalid')).toBe(false);
});

it('says the error in place of the hint', () => {
  render(
    <Field label="Sender" hint="Up to 11 letters" error="Twelve letters are too many." isRequired>
      <TextField />
    </Field>,
  );
  const control = screen.getByLabelText('Sender');
  expect(noteOf(control)).toBe('Twelve letters are too many.');
  expect(control.getAttribute('aria-invalid')).toBe('true');
  expect(control.getAttribute('aria-required')).toBe('true');
});

it('gives the chosen option by its value', () => {
  const onChange = vi.fn<(value: string) => void>();
  render(<Select aria-label="Provider" options={providers} value="sinch" onChange={onChange} />);
  fireEvent.change(screen.getByRole('combobox', { name: 'Provider' }), { target: { value: 'cm' } });
  expect(onChange.mock.calls).toEqual([['cm']]);
});
