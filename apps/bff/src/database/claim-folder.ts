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

interface Owner {
  readonly pid: number;
  /** When that process began, as the kernel counts it; empty where it does not say. */
  readonly begun: string;
}

// A number is given again, in a container often at once: only with its beginning it names one process. (proc_pid_stat(5), field 22)
const readBegun = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

const readOwner = (file: string): Owner | null => {
  try {
    const [text, begun = ''] = readFileSync(file, 'utf8').trim().split(' ');
    const pid = Number(text);
    return Number.isInteger(pid) && pid > 0 ? { pid, begun } : null;
  } catch {
    return null;
  }
};

const isRunning = ({ pid, begun }: Owner): boolean =>
  pid !== process.pid && isAlive(pid) && (begun === '' || begun === readBegun(pid));

/** Makes this process the only user of a data folder; the claim of a process that died is taken over. */
export const claimFolder = (folder: string): FolderClaim => {
  const file = join(folder, 'owner.pid');
  for (;;) {
    try {
      writeFileSync(file, `${process.pid} ${readBegun(process.pid)}`, { flag: 'wx' });
      return { ok: true, release: () => rmSync(file, { force: true }) };
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
      const owner = readOwner(file);
      if (owner && isRunning(owner)) return { ok: false, owner: owner.pid };
      rmSync(file, { force: true });
    }
  }
};
