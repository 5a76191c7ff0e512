import { idBytes, writeIds } from '../id-bytes.ts';

// https://www.postgresql.org/docs/current/arrays.html has no word of the binary form: it is that of array_send() and array_recv() in
// src/backend/utils/adt/arrayfuncs.c; type numbers are from src/include/catalog/pg_type.dat.
const oneDimension = 1;
const firstIndex = 1;
const lengthBytes = 4;

const uuidType = 2_950;
const intType = 23;
const textType = 25;
const jsonbType = 3_802;
const jsonbVersion = 1;

const headerOf = (type: number, count: number): Buffer => {
  // An array with nothing in it has no dimension.
  const numbers = count === 0 ? [0, 0, type] : [oneDimension, 0, type, count, firstIndex];
  const bytes = Buffer.allocUnsafe(numbers.length * lengthBytes);
  for (const [index, number] of numbers.entries()) bytes.writeInt32BE(number, index * lengthBytes);
  return bytes;
};

/**
 * Ids as a parameter of type `uuid[]`. Like the others here it goes to the database in binary, which has nothing to read letter by
 * letter nor to look through for what must be quoted. Throws a TypeError where one is not an id.
 */
export const uuidArray = (ids: readonly string[]): Buffer => {
  const own = writeIds(ids, lengthBytes);
  for (let at = 0; at < own.length; at += lengthBytes + idBytes) own.writeInt32BE(idBytes, at);
  return Buffer.concat([headerOf(uuidType, ids.length), own]);
};

/** Whole numbers of 32 bits as a parameter of type `int[]`. */
export const intArray = (numbers: readonly number[]): Buffer => {
  const header = headerOf(intType, numbers.length);
  const bytes = Buffer.allocUnsafe(header.length + numbers.length * 2 * lengthBytes);
  header.copy(bytes);
  let at = header.length;
  for (const number of numbers) {
    at = bytes.writeInt32BE(lengthBytes, at);
    at = bytes.writeInt32BE(number, at);
  }
  return bytes;
};

// Texts, each with what goes before it.
const textsOf = (type: number, texts: readonly string[], lead: readonly number[]): Buffer => {
  const header = headerOf(type, texts.length);
  const lengths = texts.map((text) => Buffer.byteLength(text) + lead.length);
  const own = lengths.reduce((sum, length) => sum + lengthBytes + length, 0);
  const bytes = Buffer.allocUnsafe(header.length + own);
  header.copy(bytes);
  let at = header.length;
  for (const [index, text] of texts.entries()) {
    at = bytes.writeInt32BE(lengths[index] ?? 0, at);
    for (const byte of lead) at = bytes.writeUInt8(byte, at);
    at += bytes.write(text, at);
  }
  return bytes;
};

/** Texts that can be stored, none of them null, as a parameter of type `text[]`. */
export const textArray = (texts: readonly string[]): Buffer => textsOf(textType, texts, []);

/** Documents, as text, as a parameter of type `jsonb[]`. */
export const jsonbArray = (documents: readonly string[]): Buffer =>
  textsOf(jsonbType, documents, [jsonbVersion]);
