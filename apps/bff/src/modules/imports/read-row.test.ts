import { describe, expect, it } from 'vitest';
import type { ColumnTarget } from '@curlew/contract';
import { decimal } from '@curlew/jinja';
import { readCell } from './read-cell.ts';
import { planImport, readRow } from './read-row.ts';

const targets: Record<string, ColumnTarget> = {
  registered: { to: 'id', kind: 'registered' },
  cookie: { to: 'id', kind: 'cookie' },
  name: { to: 'attribute', name: 'first_name', type: 'text' },
  points: { to: 'attribute', name: 'points', type: 'number' },
  marketing: { to: 'consent', categoryId: 'category' },
  other: { to: 'skip' },
};
const plan = planImport(
  Object.keys(targets),
  Object.entries(targets).map(([column, target]) => ({ column, target })),
  null,
);
const read = (cells: string[]) => readRow(plan, { ok: true, line: 2, text: cells.join(','), cells });

describe('readCell', () => {
  it.each([
    ['number', '12.50', 12.5],
    ['number', '-3', -3],
    ['number', '1e3', decimal(1000)],
    ['number', '20.0', decimal(20)],
    ['number', '12345678901234567890', 12345678901234567890n],
    ['number', '+12345678901234567890', 12345678901234567890n],
    ['number', '007', 7],
    ['boolean', 'TRUE', true],
    ['boolean', 'no', false],
    ['date', '2024-02-29', '2024-02-29'],
    ['date', '2026-11-30 18:05', '2026-11-30T18:05'],
    ['date', '2026-11-30T18:05:00+0200', '2026-11-30T16:05:00.000Z'],
    ['list', ' a | b||c ', ['a', 'b', 'c']],
    ['text', '007', '007'],
  ] as const)('reads a %s from %s', (type, text, value) => {
    expect(readCell(text, type)).toEqual({ ok: true, value });
  });

  it.each([
    ['number', '12,50', 'not a number'],
    ['number', '0x10', 'not a number'],
    ['number', '1e999', 'more digits'],
    ['number', '9'.repeat(1001), 'more digits'],
    ['boolean', 'maybe', 'neither true nor false'],
    ['date', '2023-02-29', 'does not exist'],
    ['date', '1987-02-31', 'does not exist'],
    ['date', '30.11.2026', 'not a date'],
    ['date', '2026-11-30T25:00', 'not a date'],
    ['date', '2026-11-30T18:05+99:00', 'offset'],
  ] as const)('refuses as %s: %s', (type, text, sentence) => {
    const cell = readCell(text, type);
    expect(cell.ok ? '' : cell.sentence).toContain(sentence);
  });
});

describe('readRow', () => {
  it('leaves out empty cells and skipped columns', () => {
    expect(read([' C-1 ', 'x|y', '', '3', 'Accept', 'ignored'])).toEqual({
      ok: true,
      change: {
        ids: [
          { kind: 'registered', value: 'C-1' },
          { kind: 'cookie', value: 'x' },
          { kind: 'cookie', value: 'y' },
        ],
        attributes: { points: 3 },
        phone: null,
        consents: [{ categoryId: 'category', isGranted: true }],
      },
    });
  });

  it('lists all that is wrong with a row, by column and value', () => {
    const result = read(['C-1', '', 'Anna', 'many', 'perhaps', '']);
    expect(result).toEqual({
      ok: false,
      reason:
        'Column “points”: “many” is not a number (write it like 1234.5). Column “marketing”: “perhaps” is neither accept nor reject.',
    });
  });

  it.each([
    [['', '', 'Anna', '', '', ''], 'The row has no id: fill in “registered” or “cookie”.'],
    [['C-1'], 'The row has 1 cells and the header has 6 columns: some are missing.'],
    [['C-1', '', '', '', '', '', ''], 'The row has 7 cells and the header has 6 columns'],
    [['C'.repeat(257), '', '', '', '', ''], 'is longer than an id may be (256 characters)'],
  ])('refuses %j', (cells, reason) => {
    const result = read(cells);
    expect(result.ok ? '' : result.reason).toContain(reason);
  });

  it('takes an attribute by any name', () => {
    const odd = planImport(
      ['id', '__proto__'],
      [
        { column: 'id', target: { to: 'id', kind: '__proto__' } },
        { column: '__proto__', target: { to: 'attribute', name: '__proto__', type: 'text' } },
      ],
      null,
    );
    const result = readRow(odd, { ok: true, line: 2, text: '', cells: ['1', 'x'] });
    expect(result.ok && Object.entries(result.change.attributes)).toEqual([['__proto__', 'x']]);
  });
});
