import { readConfig } from './config.ts';
import { isOutOfReach } from './database/is-out-of-reach.ts';
import { startServer, type RunningServer } from './server.ts';
import { StartProblem } from './start-problem.ts';

const say = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

let running: RunningServer | undefined;
let isStopping = false;

const stop = async (exitCode: number): Promise<void> => {
  if (isStopping) return;
  isStopping = true;
  try {
    await running?.stop();
  } catch (cause) {
    say(`The server did not stop in order (${String(cause)}).`);
    process.exit(1);
  }
  process.exit(exitCode);
};

process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));

try {
  running = await startServer(readConfig(process.argv.slice(2), process.env), (sentence) => {
    say(sentence);
    void stop(1);
  });
  const { url, firstOwner } = running;
  // One line for the program that started this one; scripts/start.ts says it in words.
  process.stdout.write(`${JSON.stringify({ ready: true, url, firstOwner })}\n`);
} catch (cause) {
  if (!(cause instanceof StartProblem || isOutOfReach(cause))) throw cause;
  say(
    cause instanceof StartProblem
      ? cause.message
      : `The database broke off while the server was starting (${String(cause)}): start again.`,
  );
  process.exit(1);
}
