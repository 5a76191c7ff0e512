import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('sms-vectors.ts', import.meta.url));
const vectors = fileURLToPath(new URL('../packages/sms/vectors/sms.json', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sms-vectors-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(...files: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...files], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('sms-vectors', () => {
  it('passes the vectors of the package', () => {
    expect(run(vectors)).toEqual({ status: 0, stdout: 'passed 200, failed 0\n', stderr: '' });
  });

  it('names what failed: encoding, units or parts', () => {
    const right = { name: 'right', text: 'a', encoding: 'GSM-7', units: 1, parts: [1] };
    const cases = [
      { ...right, name: 'wrong encoding', encoding: 'UCS-2' },
      right,
      { ...right, name: 'wrong units', units: 2 },
      { ...right, name: 'wrong parts', parts: [1, 1] },
    ];
    const result = run(write('failing.json', JSON.stringify({ cases })));
    expect(result.status).toBe(1);
    expect(result.stdout).toBe('wrong encoding\nwrong units\nwrong parts\npassed 1, failed 3\n');
  });

  it.each([
    ['no file is named', [], 'Which file?'],
    ['the file is missing', [join(folder, 'missing.json')], 'there is no such file'],
    ['the file is a folder', [folder], 'Cannot read'],
    ['the file is not JSON', [write('text.json', '{')], 'is not JSON'],
    ['the file has no cases', [write('empty.json', '{}')], 'has no list "cases"'],
    ['a case is not one', [write('odd.json', '{"cases":[{"name":"x"}]}')], 'Case 1 of'],
  ])('says so in one sentence when %s', (_, files, message) => {
    const result = run(...files);
    expect(result.status).toBe(1);
    expect(result.stdout).toBe('');
    expect(result.stderr).toContain(message);
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
  });
});
