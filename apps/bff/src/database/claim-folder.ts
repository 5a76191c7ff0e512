import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type FolderClaim =
  | { readonly ok: true; release(): void }
  | { readonly ok: false; readonly owner: number };

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM: it lives, but belongs to someone else.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
};

const readOwner = (file: string): number | null => {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
};

/** Makes this process the only user of a data folder; the claim of a process that died is taken over. */
export const claimFolder = (folder: string): FolderClaim => {
  const file = join(folder, 'owner.pid');
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return { ok: true, release: () => rmSync(file, { force: true }) };
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
      const owner = readOwner(file);
      if (owner !== null && owner !== process.pid && isAlive(owner)) return { ok: false, owner };
      rmSync(file, { force: true });
    }
  }
};
