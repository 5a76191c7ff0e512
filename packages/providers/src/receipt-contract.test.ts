import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallbackReading, ReceiptUpdate } from './receipt.ts';
import { REFERENCE, subjects } from './testing/subjects.ts';
import { changeAt, listPlaces } from './testing/change-json.ts';
import { message, other } from './testing/contract-messages.ts';

describe.each(subjects)('the port, by $title', (subject) => {
  const sent = { reference: REFERENCE, messages: [message, other].slice(0, subject.limit) };

  it('[P14] reads a receipt of what it sent', () => {
    const { body, names } = subject.delivered(sent);
    expect(subject.readCallback(body)).toMatchObject({
      ok: true,
      updates: [{ ...names, status: 'delivered', error: null }],
    });
  });

  const accepted = () => subject.delivered(sent).body;
  it('[P14] survives whatever becomes of a report', () => {
    const junk = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(
        '2',
        '3',
        3,
        '',
        '\u0000',
        'constructor',
        '__proto__',
        REFERENCE,
        'a'.repeat(32),
        [],
        {},
      ),
    );
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('replace', 'remove', 'add'), junk, (at, how, value) => {
        const places = listPlaces(accepted());
        const place = places[at % places.length] ?? [];
        const reading = subject.readCallback(
          changeAt(
            accepted(),
            place,
            how === 'remove' ? undefined : how === 'add' ? { extra: value } : value,
          ),
        );
        seen.add(reading.ok);
        return !reading.ok || isStorableReading(reading);
      }),
      { numRuns: 5000 },
    );
    expect(seen.size).toBe(2);
  });

  it('[P14] survives whatever becomes of a text that came in', () => {
    const junk = fc.oneof(fc.jsonValue(), fc.constantFrom('\u0000', '\ud800', '', '__proto__', [], {}));
    const seen = new Set<number>();
    fc.assert(
      fc.property(fc.nat(), fc.boolean(), junk, (at, isGone, value) => {
        const places = listPlaces(subject.incoming);
        const place = places[at % places.length] ?? [];
        const reading = subject.readCallback(changeAt(subject.incoming, place, isGone ? undefined : value));
        if (reading.ok) seen.add(reading.incoming.length);
        return !reading.ok || isStorableReading(reading);
      }),
      { numRuns: 2000 },
    );
    expect(seen.has(1)).toBe(true);
  });

  it('[P14] survives any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const reading = subject.readCallback(body);
        return !reading.ok || isStorableReading(reading);
      }),
      { numRuns: 2000 },
    );
    for (const body of [undefined, 5n, Symbol('x'), () => 1]) {
      expect(subject.readCallback(body).ok).toBe(false);
    }
  });
});

function isStorableReading(reading: Extract<CallbackReading, { ok: true }>): boolean {
  return (
    reading.updates.every(isStorable) &&
    reading.incoming.every(
      ({ from, to, text }) =>
        /^\+[1-9]\d{4,14}$/.test(from) && `${to}${text}`.isWellFormed() && !`${to}${text}`.includes('\0'),
    )
  );
}

function isStorable(update: ReceiptUpdate): boolean {
  const isNamed =
    update.messageId === null
      ? /^\+[1-9]\d{4,14}$/.test(update.recipient) && /^[\x21-\x7E]{1,200}$/.test(update.providerBatchId)
      : /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(update.messageId);
  return (
    isNamed &&
    /^[\w.-]{1,32}$/.test(update.code) &&
    (update.at === null || !Number.isNaN(Date.parse(update.at))) &&
    (update.error === null || (/^[^\p{C}]{1,300}$/u.test(update.error) && update.error.isWellFormed()))
  );
}
