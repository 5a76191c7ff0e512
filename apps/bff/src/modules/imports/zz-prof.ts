import { readFileSync } from 'node:fs';
import pg from 'pg';
const times = new Map<string, [number, number]>();
const orig = pg.Client.prototype.query as any;
(pg.Client.prototype as any).query = function (...args: any[]) {
  const text = (typeof args[0] === 'string' ? args[0] : (args[0].text ?? ''))
    .replace(/\s+/g, ' ')
    .slice(0, 60);
  const t = performance.now();
  const r = orig.apply(this, args);
  if (r && r.then)
    return r.then((v: any) => {
      const e = times.get(text) ?? [0, 0];
      times.set(text, [e[0] + performance.now() - t, e[1] + 1]);
      return v;
    });
  return r;
};
await import('./zz-bench.ts');
for (const [k, [ms, n]] of [...times].sort((a, b) => b[1][0] - a[1][0]).slice(0, 16))
  console.log(Math.round(ms), n, k);
