import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { programEnvironment, root } from './run-program.ts';

export interface RunningChild {
  readonly process: ChildProcess;
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

/**
 * Starts a Node program that says on one line of its standard output that it is ready; `read` takes that line. The child
 * is there at once, so that it can be stopped while it starts; `ready` waits for ever when it ends before.
 */
export const startChild = <T>(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  read: (line: string) => T | null,
): { child: RunningChild; ready: Promise<T> } => {
  // A group of its own: Ctrl+C comes to this program only, which stops its children in order.
  const started = spawn(process.execPath, [...args], {
    cwd: root,
    env: programEnvironment(environment),
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise<number>((resolve) => started.once('exit', (code) => resolve(code ?? 1)));
  const child: RunningChild = {
    process: started,
    ended,
    stop: async () => {
      if (started.exitCode === null && started.signalCode === null) started.kill('SIGTERM');
      await ended;
    },
  };
  const ready = new Promise<T>((resolve) => {
    createInterface({ input: started.stdout }).on('line', (line) => {
      const value = read(line);
      if (value === null) process.stdout.write(`${line}\n`);
      else resolve(value);
    });
  });
  return { child, ready };
};
