// Runs a file of counted texts through countSms: prints the names that failed, then `passed N, failed M`.
import { readFileSync } from 'node:fs';
import { countSms } from '../packages/sms/src/index.ts';

interface VectorCase {
  readonly name: string;
  readonly text: string;
  readonly encoding: string;
  readonly units: number;
  readonly parts: readonly number[];
}

class UnusableFile extends Error {}

function main(path: string | undefined): number {
  if (path === undefined) throw new UnusableFile('Which file? Usage: pnpm -s sms:vectors FILE');
  const cases = parseCases(path, readText(path));
  const failed = cases.filter((vector) => !passes(vector));
  for (const { name } of failed) console.log(name);
  console.log(`passed ${cases.length - failed.length}, failed ${failed.length}`);
  return failed.length === 0 ? 0 : 1;
}

function passes(vector: VectorCase): boolean {
  const count = countSms(vector.text);
  return (
    count.encoding === vector.encoding &&
    count.units === vector.units &&
    count.parts.length === vector.parts.length &&
    count.parts.every((part, index) => part.units === vector.parts[index])
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'ENOENT'
        ? 'there is no such file'
        : String(error);
    throw new UnusableFile(`Cannot read ${path}: ${why}.`);
  }
}

function parseCases(path: string, text: string): readonly VectorCase[] {
  const file = parseJson(path, text);
  if (!isRecord(file) || !Array.isArray(file.cases)) throw new UnusableFile(`${path} has no list "cases".`);
  const list: readonly unknown[] = file.cases;
  return list.map((item, index) => {
    if (!isVectorCase(item)) {
      throw new UnusableFile(`Case ${index + 1} of ${path} is not { name, text, encoding, units, parts }.`);
    }
    return item;
  });
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnusableFile(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function isVectorCase(item: unknown): item is VectorCase {
  return (
    isRecord(item) &&
    typeof item.name === 'string' &&
    typeof item.text === 'string' &&
    typeof item.encoding === 'string' &&
    typeof item.units === 'number' &&
    Array.isArray(item.parts) &&
    item.parts.every((units) => typeof units === 'number')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

try {
  process.exitCode = main(process.argv[2]);
} catch (error) {
  if (!(error instanceof UnusableFile)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
