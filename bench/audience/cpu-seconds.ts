import { readdirSync, readFileSync } from 'node:fs';

// The kernel counts in hundredths of a second whatever its own clock (USER_HZ, proc(5)).
const ticksPerSecond = 100;

interface ProcessTimes {
  readonly pid: number;
  readonly parent: number;
  readonly seconds: number;
}

const readProcess = (pid: number): ProcessTimes | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold blanks; what follows is numbered from 3.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
    return { pid, parent: parent ?? 0, seconds: ((user ?? 0) + (system ?? 0)) / ticksPerSecond };
  } catch {
    // It has ended between the list and the look.
    return null;
  }
};

/** Processor time of a process with all its threads, in seconds. */
export const cpuSecondsOf = (pid: number): number => {
  const found = readProcess(pid);
  if (!found) throw new Error(`process ${pid} has ended`);
  return found.seconds;
};

/** Processor time of all processes beside this one that have its parent: the other back ends of a database. */
export const cpuSecondsOfSiblings = (pid: number): number => {
  const parent = readProcess(pid)?.parent;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .reduce((sum, found) => (found?.parent === parent ? sum + (found?.seconds ?? 0) : sum), 0);
};
