/** Why JSON from outside cannot be stored: PostgreSQL holds neither, and code that walks it may run out of stack or time. */
export type InputFault = 'nul' | 'half_character' | ShapeFault;

type ShapeFault = 'too_deep' | 'too_many';

const deepest = 100;
/** Several times what the biggest scenario has. Of millions that are wrong a schema would describe each, for minutes. */
const mostValues = 400_000;

const faultOfText = (text: string): InputFault | null => {
  if (text.includes('\0')) return 'nul';
  return text.isWellFormed() ? null : 'half_character';
};

const findFault = <Fault>(
  input: unknown,
  ofText: (text: string) => Fault | null,
): Fault | ShapeFault | null => {
  const open: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  let seen = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') {
      const fault = ofText(value);
      if (fault) return fault;
      continue;
    }
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) continue;
    if (depth >= deepest) return 'too_deep';
    seen += Array.isArray(value) ? value.length : Object.keys(value).length;
    if (seen > mostValues) return 'too_many';
    for (const [key, part] of Object.entries(value)) {
      const fault = ofText(key);
      if (fault) return fault;
      open.push({ value: part, depth: depth + 1 });
    }
  }
  return null;
};

/** Looks through parsed JSON without recursion; null when all of it can be stored. */
export const findInputFault = (input: unknown): InputFault | null => findFault(input, faultOfText);

/** The same where texts are made storable (`storableText`) and not refused. */
export const findShapeFault = (input: unknown): ShapeFault | null => findFault(input, () => null);
