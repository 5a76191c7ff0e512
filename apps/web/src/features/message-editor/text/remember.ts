const mostKept = 16;

/** The same function, which knows its last answers: what did not change is not worked out again. */
export const remember = <Answer>(work: (text: string) => Answer): ((text: string) => Answer) => {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = work(text);
    if (answers.size >= mostKept) answers.delete(answers.keys().next().value ?? '');
    answers.set(text, answer);
    return answer;
  };
};
