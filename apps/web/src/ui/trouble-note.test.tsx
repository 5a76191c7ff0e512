// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { formatMoment } from '../lib/format-date.ts';
import { TroubleNote } from './trouble-note.tsx';

afterEach(cleanup);

it('says who takes nothing, why, and at what time it is called again', () => {
  const [since, until] = ['2026-11-29T12:00:00.000Z', '2026-11-29T12:05:00.000Z'];
  render(<TroubleNote name="Sinch" error="Bad token" since={since} until={until} />);
  const said = screen.getByRole('status').textContent;
  expect(said).toMatch(/^Sinch takes no messages since .+: Bad token\. They wait; it is called again at /);
  expect(said).toContain(formatMoment(new Date(until)));
});
