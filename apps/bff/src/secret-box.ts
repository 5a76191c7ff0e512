import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from './start-problem.ts';

/** Encrypts what must not be read from the database alone, with AES-256-GCM. */
export interface SecretBox {
  /** `purpose` binds the result to its place: it opens only with the same one. */
  seal(plain: string, purpose: string): Uint8Array<ArrayBuffer>;
  /** Throws when the bytes were changed, or sealed for another purpose or with a key that is neither this nor an earlier one. */
  open(sealed: Uint8Array, purpose: string): string;
  /** The same, sealed with the key of today; null: it is already. Throws as `open` does. */
  renew(sealed: Uint8Array, purpose: string): Uint8Array<ArrayBuffer> | null;
}

const nonceLength = 12;
const tagLength = 16;

const readKey = (file: string): string => {
  const key = readFileSync(file, 'utf8').trim();
  if (/^[\da-f]{64}$/.test(key)) return key;
  throw new StartProblem(
    `The key of this installation in ${file} is damaged: put a backup in its place, or set CURLEW_SECRET.`,
  );
};

const isTaken = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';

// Written aside and then put in its place at once: who comes second reads the whole of it, or not at all.
const createKeyFile = (file: string): void => {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (cause) {
    if (!isTaken(cause)) throw cause;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** The key of this installation: the given one, else the one kept in the data folder, made on first use. */
export const readInstallationSecret = (given: string | undefined, dataFolder: string): string => {
  if (given !== undefined) return given;
  const file = join(dataFolder, 'secret.key');
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    if (!existsSync(file)) createKeyFile(file);
    return readKey(file);
  } catch (cause) {
    if (cause instanceof StartProblem) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartProblem(
      `The key of this installation cannot be kept in ${file} (${reason}): correct CURLEW_DATA_DIR, or set CURLEW_SECRET.`,
    );
  }
};

/** A key for one use, so that no two uses share one. */
export const deriveKey = (secret: string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'curlew', use, 32));

const sealWith = (key: Buffer, plain: string, purpose: string): Uint8Array<ArrayBuffer> => {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), sealed]));
};

const openWith = (key: Buffer, sealed: Uint8Array, purpose: string): string => {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
  return Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()]).toString(
    'utf8',
  );
};

/** `previous`: earlier keys, the newest first. What they sealed is opened still, and nothing more is sealed with them. */
export const createSecretBox = (secret: string, previous: readonly string[] = []): SecretBox => {
  const keyOf = (from: string): Buffer => deriveKey(from, 'secrets at rest');
  const key = keyOf(secret);
  const earlierKeys = previous.map(keyOf);

  /** The plain text and whether an earlier key sealed it. The error of today's key is the one that is told. */
  const find = (sealed: Uint8Array, purpose: string): { plain: string; isEarlier: boolean } => {
    try {
      return { plain: openWith(key, sealed, purpose), isEarlier: false };
    } catch (cause) {
      for (const earlier of earlierKeys) {
        try {
          return { plain: openWith(earlier, sealed, purpose), isEarlier: true };
        } catch {
          // Not this one; the next may be it.
        }
      }
      throw cause;
    }
  };

  return {
    seal: (plain, purpose) => sealWith(key, plain, purpose),
    open: (sealed, purpose) => find(sealed, purpose).plain,
    renew: (sealed, purpose) => {
      const { plain, isEarlier } = find(sealed, purpose);
      return isEarlier ? sealWith(key, plain, purpose) : null;
    },
  };
};
