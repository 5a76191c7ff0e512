import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimFolder } from './claim-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'curlew-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (): string => join(folder, 'owner.pid');

it('claims a folder and lets it go', () => {
  const claim = claimFolder(folder);
  expect(readFileSync(file(), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  if (claim.ok) claim.release();
  expect(existsSync(file())).toBe(false);
});

it('leaves a folder to a process that lives', () => {
  writeFileSync(file(), String(process.ppid));
  expect(claimFolder(folder)).toEqual({ ok: false, owner: process.ppid });
});

// The highest number a process can have on Linux is 4194304.
it.each(['4194305', '', 'nobody', '-1', '0'])('takes over from “%s”, who is gone or never was', (owner) => {
  writeFileSync(file(), owner);
  expect(claimFolder(folder).ok).toBe(true);
});

it('takes over when the number belongs to another process by now', () => {
  writeFileSync(file(), `${process.ppid} 1`);
  expect(claimFolder(folder).ok).toBe(existsSync('/proc/self/stat'));
});

it('fails for a folder that is none', () => {
  expect(() => claimFolder(join(folder, 'nowhere'))).toThrow('ENOENT');
});
