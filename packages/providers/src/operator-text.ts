const LONGEST = 300;

/** Text from an operator made fit to be stored and shown: no secrets, no control characters, at most 300 characters. */
export function cleanOperatorText(text: string, secrets: readonly (string | undefined)[]): string {
  const open = secrets.reduce<string>(
    (rest, secret) => (secret === undefined ? rest : rest.replaceAll(secret, '***')),
    text,
  );
  const clean = open.replace(/[\p{C}\s]+/gu, ' ').trim();
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1).toWellFormed()}…` : clean;
}
