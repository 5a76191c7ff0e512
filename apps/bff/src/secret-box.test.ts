import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecretBox, deriveKey, readInstallationSecret } from './secret-box.ts';

const key = 'a key that is only for these tests';

// Node's words: for a wrong tag, and for bytes that are too few to hold one.
const refusal = /unable to authenticate|[Ii]nvalid/;

describe('a secret box', () => {
  it.each(['', 'token', '{"apiToken":"ž😀"}', 'x'.repeat(10_000)])('opens what it sealed: %.20j', (plain) => {
    const box = createSecretBox(key);
    expect(box.open(box.seal(plain, 'a'), 'a')).toBe(plain);
  });

  it('seals the same differently each time, and hides it', () => {
    const box = createSecretBox(key);
    const [first, second] = [box.seal('token', 'a'), box.seal('token', 'a')];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false);
    expect(Buffer.from(first).includes('token')).toBe(false);
  });

  it('opens for no other purpose and with no other key', () => {
    const sealed = createSecretBox(key).seal('token', 'integration 1');
    expect(() => createSecretBox(key).open(sealed, 'integration 2')).toThrow(refusal);
    expect(() => createSecretBox(`${key}.`).open(sealed, 'integration 1')).toThrow(refusal);
  });

  it('notices a change of any byte, and a cut anywhere', () => {
    const box = createSecretBox(key);
    const sealed = box.seal('token', 'a');
    for (const index of sealed.keys()) {
      const changed = Uint8Array.from(sealed, (byte, at) => (at === index ? byte ^ 1 : byte));
      expect(() => box.open(changed, 'a')).toThrow(refusal);
      expect(() => box.open(sealed.slice(0, index), 'a')).toThrow(refusal);
    }
  });

  it('opens what earlier keys sealed, and seals it anew with the key of today', () => {
    const sealed = createSecretBox('the oldest key').seal('token', 'a');
    const box = createSecretBox(key, ['an older key', 'the oldest key']);
    expect(box.open(sealed, 'a')).toBe('token');
    expect(() => box.open(sealed, 'b')).toThrow(refusal);
    const renewed = box.renew(sealed, 'a');
    if (!renewed) throw new Error('it was not sealed anew');
    expect(createSecretBox(key).open(renewed, 'a')).toBe('token');
    expect(box.renew(renewed, 'a')).toBeNull();
  });

  it('seals nothing with earlier keys, and knows no others', () => {
    const box = createSecretBox(key, ['an older key']);
    expect(() => createSecretBox('an older key').open(box.seal('token', 'a'), 'a')).toThrow(refusal);
    const sealed = createSecretBox('the oldest key').seal('token', 'a');
    expect(() => box.open(sealed, 'a')).toThrow(refusal);
    expect(() => box.renew(sealed, 'a')).toThrow(refusal);
  });

  it('derives another key for another use', () => {
    expect(deriveKey(key, 'a').equals(deriveKey(key, 'b'))).toBe(false);
    expect(deriveKey(key, 'a').equals(deriveKey(key, 'a'))).toBe(true);
    expect(deriveKey(key, 'a')).toHaveLength(32);
  });
});

describe('the key of an installation', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'curlew-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is the given one, and then nothing is written', () => {
    expect(readInstallationSecret(key, folder)).toBe(key);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is made once, kept, and readable by its owner only', () => {
    const made = readInstallationSecret(undefined, folder);
    expect(made).toMatch(/^[\da-f]{64}$/);
    expect(readInstallationSecret(undefined, folder)).toBe(made);
    expect(readdirSync(folder)).toEqual(['secret.key']);
    expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'secret.key'), 'utf8')).toBe(made);
  });

  it.each(['', 'half a key', 'x'.repeat(64)])(
    'that is damaged (%.10j) is not used and not replaced',
    (content) => {
      writeFileSync(join(folder, 'secret.key'), content);
      expect(() => readInstallationSecret(undefined, folder)).toThrow('is damaged');
      expect(readFileSync(join(folder, 'secret.key'), 'utf8')).toBe(content);
    },
  );

  it('that cannot be kept is a problem in words', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => readInstallationSecret(undefined, join(folder, 'file'))).toThrow('cannot be kept');
  });
});
