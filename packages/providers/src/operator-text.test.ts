import { describe, expect, it } from 'vitest';
import { cleanOperatorText } from './operator-text.ts';

describe('cleanOperatorText', () => {
  it('[P11] removes secrets, also where the cut would fall', () => {
    const text = `${'x'.repeat(295)}top-secret and top-secret`;
    expect(cleanOperatorText(text, ['top-secret', undefined])).not.toContain('top');
  });

  it('[P12] removes control characters', () => {
    expect(cleanOperatorText('a\u0000b\r\nc\u202Ed\uD800e', [])).toBe('a b c d e');
  });

  it('[P12] cuts long text without halving a character', () => {
    const cut = cleanOperatorText(`${'x'.repeat(298)}😀😀`, []);
    expect(cut.length).toBe(300);
    expect(cut.isWellFormed()).toBe(true);
  });
});
