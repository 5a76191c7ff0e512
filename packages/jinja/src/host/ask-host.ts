import type { RunState } from '../values/run-state.ts';
import { HostRefusal } from './host-function.ts';

/** What the host answers, as a value; its refusal is the template's error. */
export function askHost<T>(run: RunState, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof HostRefusal) throw run.fail('value', error.message);
    throw error;
  }
}
