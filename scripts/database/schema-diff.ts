import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import { PrismaPGlite } from 'pglite-prisma-adapter';

const root = join(import.meta.dirname, '../..');
export const migrationsFolder = join(root, 'prisma/migrations');
const schemaFile = join(root, 'prisma/schema.prisma');

const readMigrations = async () => {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    folders.sort().map(async (path) => {
      const value = await readFile(join(migrationsFolder, path, 'migration.sql'), 'utf8');
      return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
    }),
  );
};

/** The SQL that leads from what the migrations make to what schema.prisma says; empty when they agree. */
export const diffSchema = async (): Promise<string> => {
  const content = await readFile(schemaFile, 'utf8');
  const lockfile = await readFile(join(migrationsFolder, 'migration_lock.toml'), 'utf8');
  const database = await PGlite.create();
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(database));
  const engine = await SchemaEngine.new({ datamodels: [[schemaFile, content]] }, () => undefined, factory);
  try {
    const result = await engine.diff({
      from: {
        tag: 'migrations',
        baseDir: migrationsFolder,
        lockfile: { path: 'migration_lock.toml', content: lockfile },
        shadowDbInitScript: '',
        migrationDirectories: await readMigrations(),
      },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = result.stdout ?? '';
    return sql.includes('This is an empty migration') ? '' : sql;
  } finally {
    engine.free();
    await database.close();
  }
};
