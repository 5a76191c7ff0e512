import { compileTemplate } from './compile-template.ts';
import type { CompileOptions, CompileResult } from './compile-template.ts';

/** Compiles each source once while it stays among the most recently used. */
export interface TemplateCache {
  compile(source: string): CompileResult;
}

/** A cache of `size` compiled templates that share their options. */
export function createTemplateCache(size: number, options: CompileOptions = {}): TemplateCache {
  // A Map keeps the order of insertion: the first key is the least recently used.
  const results = new Map<string, CompileResult>();
  return {
    compile(source) {
      const known = results.get(source);
      const result = known ?? compileTemplate(source, options);
      results.delete(source);
      results.set(source, result);
      const [oldest] = results.keys();
      if (results.size > size && oldest !== undefined) results.delete(oldest);
      return result;
    },
  };
}
