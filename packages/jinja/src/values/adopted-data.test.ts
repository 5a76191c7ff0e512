import { describe, expect, it } from 'vitest';
import { render } from '../testing/render.ts';

describe('data of the caller', () => {
  it.each([0, 1, 22, 23, 24, 25, 60])(
    '[J21] is one value wherever it is met, after %i other objects',
    (others) => {
      const shared = { seen: 'no' };
      const list = [...Array.from({ length: others }, (_, index) => ({ index })), shared, shared];
      const text = render(
        "{% set _ = list[-1].update({'seen': 'yes'}) %}{{ list[-2].seen }} {{ shared.seen }} {{ list[-1] is sameas shared }}",
        { list, shared },
      );
      expect(text).toBe('yes yes True');
      expect(shared).toEqual({ seen: 'no' });
    },
  );

  it('[J21] is read as it is by one path when another has changed it', () => {
    const text = render(
      "{{ customer.name }} {% set _ = customer.update({'name': 'Ota'}) %}{{ customer.name }} {{ event.name }} {{ customer.name }}",
      { customer: { name: 'Jana' }, event: { name: 'order' } },
    );
    expect(text).toBe('Jana Ota order Ota');
  });

  it('[J19] shows nothing that an object or the context inherits', () => {
    const inherited: unknown = Object.create({ secret: 'x' });
    const context: Record<string, unknown> = Object.create({ customer: { name: 'x' } });
    context['event'] = inherited;
    expect(render('{{ customer.name }}', context)).toMatchObject([{ code: 'undefined' }]);
    expect(render('{{ event.secret }}|{{ event.constructor }}', { event: inherited })).toBe('|');
  });
});
