import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Encrypts what must not be read from the database alone, with AES-256-GCM. */
export interface SecretBox {
  /** `purpose` binds the result to its place: it opens only with the same one. */
  seal(plain: string, purpose: string): Uint8Array<ArrayBuffer>;
  /** Throws when the bytes were changed, or sealed with another key or purpose. */
  open(sealed: Uint8Array, purpose: string): string;
}

const nonceLength = 12;
const tagLength = 16;

/** The key of this installation: the given one, else the one kept in the data folder, made on first use. */
export const readInstallationSecret = (given: string | undefined, dataFolder: string): string => {
  if (given !== undefined) return given;
  const file = join(dataFolder, 'secret.key');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
  }
  return readFileSync(file, 'utf8').trim();
};

/** A key for one use, so that no two uses share one. */
export const deriveKey = (secret: string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'curlew', use, 32));

export const createSecretBox = (secret: string): SecretBox => {
  const key = deriveKey(secret, 'secrets at rest');
  return {
    seal: (plain, purpose) => {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), sealed]));
    },
    open: (sealed, purpose) => {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength))
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
      return Buffer.concat([
        decipher.update(bytes.subarray(nonceLength + tagLength)),
        decipher.final(),
      ]).toString('utf8');
    },
  };
};
