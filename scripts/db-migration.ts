// Authors a migration: pnpm db:migration add_customer_tags
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diffSchema, migrationsFolder } from './database/schema-diff.ts';

const [name = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Name the migration in snake_case, for example: pnpm db:migration add_customer_tags');
  process.exit(1);
}

const sql = await diffSchema();
if (sql === '') {
  console.log('schema.prisma and the migrations already agree: nothing to write');
  process.exit(0);
}
const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
const folder = join(migrationsFolder, `${stamp}_${name}`);
await mkdir(folder);
await writeFile(join(folder, 'migration.sql'), sql);
console.log(`wrote ${folder}/migration.sql: read it, and change by hand what SQL can say better`);
process.exit(0);
