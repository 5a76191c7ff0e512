import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { committedSeed, createDemoFiles } from './demo-files.ts';

const folder = new URL('../../demo/', import.meta.url);

for (const [name, content] of createDemoFiles(committedSeed)) {
  const path = fileURLToPath(new URL(name, folder));
  writeFileSync(path, content);
  console.log(`${path}: ${content.split('\n').length - 1} lines`);
}
