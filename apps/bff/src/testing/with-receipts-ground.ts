import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openReceiptsGround, type ReceiptsGround } from './open-receipts-ground.ts';

/** The hooks of a file about reports of an operator that takes everything again before each test; `tell` is told of its ground once. */
export const withReceiptsGround = (tell: (ground: ReceiptsGround) => void): void => {
  let ground: ReceiptsGround;
  beforeAll(async () => {
    ground = await openReceiptsGround();
    tell(ground);
  });
  beforeEach(() => ground.acceptAll());
  afterAll(() => ground.stop());
};
