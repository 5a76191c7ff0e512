/** A reason not to start that the person at the terminal can mend: one sentence saying what and what to do. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}
