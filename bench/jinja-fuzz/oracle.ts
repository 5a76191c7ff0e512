import { spawn, spawnSync } from 'node:child_process';

/** What real Jinja2 makes of a template. */
export type OracleAnswer = { readonly text: string } | { readonly error: string };

const program = `
import json, signal, sys
from jinja2 import Environment
def stop(*_): raise TimeoutError()
signal.signal(signal.SIGALRM, stop)
environment = Environment()
lines = sys.stdin.read().splitlines()
context = lines[0]
for line in lines[1:]:
    signal.setitimer(signal.ITIMER_REAL, 2)
    try:
        answer = {"text": environment.from_string(json.loads(line)).render(json.loads(context))}
    except BaseException as error:
        answer = {"error": type(error).__name__}
    signal.setitimer(signal.ITIMER_REAL, 0)
    print(json.dumps(answer))
`;

/** A Python that has Jinja2. */
interface Jinja {
  readonly python: string;
  readonly version: string;
}

/** The Python with the newest Jinja2, and its version; nothing where there is none. */
export function findJinja(): Jinja | undefined {
  const found = ['python3', '/usr/bin/python3', '/usr/local/bin/python3'].flatMap(
    (python): readonly Jinja[] => {
      const { status, stdout } = spawnSync(python, ['-c', 'import jinja2; print(jinja2.__version__)'], {
        encoding: 'utf8',
      });
      return status === 0 ? [{ python, version: stdout.trim() }] : [];
    },
  );
  return found.sort((left, right) => right.version.localeCompare(left.version, 'en', { numeric: true }))[0];
}

function isAnswer(value: unknown): value is OracleAnswer {
  return typeof value === 'object' && value !== null && ('text' in value || 'error' in value);
}

/** Asks real Jinja2, in one process, to render every template with the context. */
export async function askJinja(
  python: string,
  templates: readonly string[],
  context: unknown,
): Promise<readonly OracleAnswer[]> {
  const child = spawn(python, ['-W', 'ignore', '-c', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stdin.end([context, ...templates].map((line) => JSON.stringify(line)).join('\n'));
  await new Promise((resolve) => {
    child.on('close', resolve);
  });
  const lines = Buffer.concat(chunks)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => {
    const answer: unknown = JSON.parse(line);
    if (!isAnswer(answer)) throw new Error(`real Jinja2 answered '${line}', which is no answer`);
    return answer;
  });
}
