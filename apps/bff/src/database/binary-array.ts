// https://www.postgresql.org/docs/current/arrays.html has no word of the binary form: it is that of array_send() and array_recv() in
// src/backend/utils/adt/arrayfuncs.c; type numbers are from src/include/catalog/pg_type.dat.
const oneDimension = 1;
const firstIndex = 1;
const headerBytes = 20;
const lengthBytes = 4;

const uuidType = 2_950;
const intType = 23;
const jsonbType = 3_802;
const jsonbVersion = 1;

const hex = (number: number): string => number.toString(16).padStart(8, '0');

const headerOf = (type: number, count: number): string =>
  // An array with nothing in it has no dimension.
  count === 0
    ? hex(0) + hex(0) + hex(type)
    : hex(oneDimension) + hex(0) + hex(type) + hex(count) + hex(firstIndex);

/**
 * Ids as a parameter of type `uuid[]`. Like the others here it goes to the database in binary, which has nothing to read letter by
 * letter nor to look through for what must be quoted. Throws a TypeError where one is not an id.
 */
export const uuidArray = (ids: readonly string[]): Buffer => {
  const length = hex(16);
  const own = ids.length === 0 ? '' : length + ids.join(length).replaceAll('-', '');
  const bytes = Buffer.from(headerOf(uuidType, ids.length) + own, 'hex');
  const expected = ids.length === 0 ? 12 : headerBytes + ids.length * (lengthBytes + 16);
  if (bytes.length !== expected) throw new TypeError('what should be a list of ids has something else in it');
  return bytes;
};

/** Whole numbers of 32 bits as a parameter of type `int[]`. */
export const intArray = (numbers: readonly number[]): Buffer => {
  const header = Buffer.from(headerOf(intType, numbers.length), 'hex');
  const bytes = Buffer.allocUnsafe(header.length + numbers.length * 2 * lengthBytes);
  header.copy(bytes);
  let at = header.length;
  for (const number of numbers) {
    at = bytes.writeInt32BE(lengthBytes, at);
    at = bytes.writeInt32BE(number, at);
  }
  return bytes;
};

/** Documents, as text, as a parameter of type `jsonb[]`. */
export const jsonbArray = (documents: readonly string[]): Buffer => {
  const header = Buffer.from(headerOf(jsonbType, documents.length), 'hex');
  const lengths = documents.map((document) => Buffer.byteLength(document));
  const own = lengths.reduce((sum, length) => sum + lengthBytes + 1 + length, 0);
  const bytes = Buffer.allocUnsafe(header.length + own);
  header.copy(bytes);
  let at = header.length;
  for (const [index, document] of documents.entries()) {
    at = bytes.writeInt32BE(1 + (lengths[index] ?? 0), at);
    at = bytes.writeUInt8(jsonbVersion, at);
    at += bytes.write(document, at);
  }
  return bytes;
};
