// https://www.postgresql.org/docs/current/errcodes-appendix.html (classes 08 and 57P0x, 53300), Node's system errors, and
// https://www.prisma.io/docs/orm/reference/error-reference (P1001, P1002, P1008, P1017).
const codes = /^(?:08\d{3}|57P0[1-5]|53300|P10(?:01|02|08|17)|ECONNREFUSED|ECONNRESET|EPIPE)$/;

// What pg throws without a code.
const sentences = /^Connection terminated|^timeout exceeded when trying to connect$/;

/** Whether an error says that the database did not answer, or broke the connection off: another try may succeed. */
export const isOutOfReach = (cause: unknown): boolean => {
  if (!(cause instanceof Error)) return false;
  if ('code' in cause && typeof cause.code === 'string' && codes.test(cause.code)) return true;
  return sentences.test(cause.message) || isOutOfReach(cause.cause);
};
