import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CarrierOptions } from './carrier.ts';
import { behaviourSchema } from './network/behaviour.ts';

const behaviourText = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'is not JSON' });
      return z.NEVER;
    }
  })
  .pipe(behaviourSchema);

const optionsSchema = z.object({
  port: z.coerce.number('is not a number').int().min(0).max(65_535).default(3031),
  host: z.string().min(1).default('127.0.0.1'),
  plan: z.string().min(1).default('demo'),
  token: z.string().min(1).optional(),
  data: z.string().min(1).optional(),
  callbackUrl: z.url({ protocol: /^https?$/ }).optional(),
  callbackSecret: z.string().min(1).optional(),
  cmCallbackUrl: z.url({ protocol: /^https?$/ }).optional(),
  productToken: z.string().min(1).optional(),
  behaviour: behaviourText.optional(),
  capacity: z.coerce.number('is not a number').int().min(1).optional(),
});

const flags = {
  port: { type: 'string' },
  host: { type: 'string' },
  plan: { type: 'string' },
  token: { type: 'string' },
  data: { type: 'string' },
  'callback-url': { type: 'string' },
  'cm-callback-url': { type: 'string' },
  'product-token': { type: 'string' },
  behaviour: { type: 'string' },
  capacity: { type: 'string' },
} as const;

export type StartOptions =
  | { readonly ok: true; readonly options: CarrierOptions; readonly isTokenGenerated: boolean }
  | { readonly ok: false; readonly reason: string };

/** Reads the command line over the environment; an unset or empty variable counts as absent. */
export function readStartOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): StartOptions {
  let given: Readonly<Record<string, string | undefined>>;
  try {
    given = parseArgs({ args: [...args], options: flags, strict: true }).values;
  } catch (cause) {
    return { ok: false, reason: cause instanceof Error ? cause.message : String(cause) };
  }
  const parsed = optionsSchema.safeParse({
    port: given['port'] ?? (env['CARRIER_PORT'] || undefined),
    host: given['host'] ?? (env['CARRIER_HOST'] || undefined),
    plan: given['plan'] ?? (env['CARRIER_PLAN'] || undefined),
    token: given['token'] ?? (env['CARRIER_TOKEN'] || undefined),
    data: given['data'] ?? (env['CARRIER_DATA'] || undefined),
    callbackUrl: given['callback-url'] ?? (env['CARRIER_CALLBACK_URL'] || undefined),
    callbackSecret: env['CARRIER_CALLBACK_SECRET'] || undefined,
    cmCallbackUrl: given['cm-callback-url'] ?? (env['CARRIER_CM_CALLBACK_URL'] || undefined),
    productToken: given['product-token'] ?? (env['CARRIER_PRODUCT_TOKEN'] || undefined),
    behaviour: given['behaviour'] ?? (env['CARRIER_BEHAVIOUR'] || undefined),
    capacity: given['capacity'] ?? (env['CARRIER_CAPACITY'] || undefined),
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, reason: `the option ${issue?.path.join('.')} cannot be used: ${issue?.message}` };
  }
  const { data: dataDirectory, token, ...rest } = parsed.data;
  return {
    ok: true,
    options: { ...rest, dataDirectory, token: token ?? randomBytes(24).toString('base64url') },
    isTokenGenerated: token === undefined,
  };
}
