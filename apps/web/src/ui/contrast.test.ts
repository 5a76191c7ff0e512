import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

// Relative luminance and contrast as WCAG 2.2 defines them.
const luminanceOf = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrastOf = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const grounds = ['surface', 'surface-sunken', 'surface-raised', 'surface-hover'];
const everywhere = (ink: string) => grounds.map((ground) => [ink, ground] as const);
const onItsWash = (ink: string) => [ink, `${ink}-wash`] as const;

const textPairs = [
  ...['ink', 'ink-muted', 'ink-faint', 'accent-ink', 'good', 'warn', 'bad'].flatMap(everywhere),
  ...['trigger', 'flow', 'message', 'data'].flatMap(everywhere),
  ...[
    'good',
    'warn',
    'bad',
    'trigger',
    'flow',
    'message',
    'data',
    'template',
    'unicode',
    'extension',
    'link',
  ].map(onItsWash),
  ...['accent', 'good', 'warn', 'bad'].flatMap((state) => [
    ['ink', `${state}-wash`] as const,
    ['ink-muted', `${state}-wash`] as const,
  ]),
  ['accent-ink', 'accent-wash'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  // The tooltip turns the page's colours round.
  ['surface', 'ink'],
] as const;

// What takes input, and the ring of focus, must be found without reading.
const edgePairs = [
  ['line-strong', 'surface'],
  ['line-strong', 'surface-raised'],
  ['accent', 'surface'],
  ['accent', 'surface-sunken'],
  ['accent', 'surface-raised'],
  ['accent', 'surface-hover'],
] as const;

const hexOf = (name: string, theme: 'light' | 'dark'): string => {
  const token = tokens.get(name);
  if (!token) throw new Error(`tokens.css has no colour --${name}.`);
  return token[theme];
};

describe.each(['light', 'dark'] as const)('tokens, %s', (theme) => {
  it.each(textPairs)('text %s on %s has a contrast of at least 4.5', (ink, ground) => {
    expect(contrastOf(hexOf(ink, theme), hexOf(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edgePairs)('edge %s on %s has a contrast of at least 3', (edge, ground) => {
    expect(contrastOf(hexOf(edge, theme), hexOf(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

it('knows the ends of the scale', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastOf('#777777', '#777777')).toBe(1);
});
