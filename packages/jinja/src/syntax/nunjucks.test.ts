import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Parser, Tokenizer, nodes } from './nunjucks.ts';

describe('nunjucks', () => {
  it('[J34] is the pinned version', () => {
    const manifest: unknown = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    );
    expect(manifest).toMatchObject({ dependencies: { nunjucks: '3.2.4' } });
  });

  it('[J34] has a Tokenizer that holds the source and a cursor', () => {
    const tokenizer = new Tokenizer('a{{ b }}');
    expect({ ...tokenizer }).toMatchObject({
      str: 'a{{ b }}',
      index: 0,
      len: 8,
      lineno: 0,
      colno: 0,
      in_code: false,
    });
    expect(tokenizer.nextToken()).toMatchObject({ type: 'data', value: 'a', lineno: 0, colno: 0 });
    expect(tokenizer.isFinished()).toBe(false);
  });

  it('[J34] has a Parser whose helpers go through nextToken and pushToken', () => {
    const parser = new Parser(new Tokenizer('{{ a | b }}'));
    expect(parser.breakOnBlocks).toBeNull();
    expect(parser.nextToken()).toMatchObject({ type: 'variable-start' });
    expect(parser.skipSymbol('x')).toBe(false);
    expect(parser.skipSymbol('a')).toBe(true);
    expect(parser.skipValue('pipe', '|')).toBe(true);
    expect(parser.skip('comma')).toBe(false);
    expect(parser.peekToken()).toMatchObject({ type: 'symbol', value: 'b' });
  });

  it('[J34] parses bodies up to an end tag and a whole template', () => {
    const root = new Parser(new Tokenizer('{% if a %}b{% endif %}')).parseAsRoot();
    expect(root.typename).toBe('Root');
    expect(root.children.map((child) => child.typename)).toEqual(['If']);
    for (const method of ['parse', 'parseAsRoot', 'parseUntilBlocks'])
      expect(Parser.prototype).toHaveProperty(method);
  });

  it.each([
    ['Output', ['children']],
    ['TemplateData', ['value']],
    ['Literal', ['value']],
    ['Symbol', ['value']],
    ['Group', ['children']],
    ['Array', ['children']],
    ['Dict', ['children']],
    ['Pair', ['key', 'value']],
    ['KeywordArgs', ['children']],
    ['LookupVal', ['target', 'val']],
    ['FunCall', ['name', 'args']],
    ['Filter', ['name', 'args']],
    ['Is', ['left', 'right']],
    ['InlineIf', ['cond', 'body', 'else_']],
    ['Compare', ['expr', 'ops']],
    ['CompareOperand', ['expr', 'type']],
    ['Capture', ['body']],
    ['If', ['cond', 'body', 'else_']],
    ['For', ['arr', 'name', 'body', 'else_']],
    ['Set', ['targets', 'value']],
    ['Macro', ['name', 'args', 'body']],
    ['Caller', ['name', 'args', 'body']],
    ['Add', ['left', 'right']],
    ['Not', ['target']],
  ] as const)('[J34] has a node class %s with the fields %j', (name, fields) => {
    const node = new nodes[name](
      3,
      4,
      ...fields.map((_, index) => (name === 'Output' ? [] : `value ${index}`)),
    );
    expect(node).toMatchObject({ lineno: 3, colno: 4, typename: name, fields: [...fields] });
  });

  it('[J34] makes further node classes', () => {
    const Extra = nodes.Node.extend('Extra', { fields: ['one', 'two'] });
    expect(new Extra(0, 0, 1, 2)).toMatchObject({ typename: 'Extra', one: 1, two: 2 });
  });
});
