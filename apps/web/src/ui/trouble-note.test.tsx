// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { formatMoment } from '../lib/format-date.ts';
import { TroubleNote } from './trouble-note.tsx';

afterEach(cleanup);

it.each([
  [null, 'Its messages wait'],
  ['Backup', 'Its messages go by Backup meanwhile'],
])(
  'says who takes nothing, why, and at what time it is called again, where %s takes over',
  (through, words) => {
    const [since, until] = ['2026-11-29T12:00:00.000Z', '2026-11-29T12:05:00.000Z'];
    render(<TroubleNote name="Sinch" error="Bad token" since={since} until={until} through={through} />);
    const said = screen.getByRole('status').textContent;
    expect(said).toMatch(/^Sinch takes no messages: Bad token \(it began .+\)\. /);
    expect(said).toContain(`). ${words}; it is called again at ${formatMoment(new Date(until))}.`);
  },
);
