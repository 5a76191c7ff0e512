/**
 * The arrows of ARCHITECTURE.md. `scripts/check.ts` also fails when no module was cruised.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const packagesNobodyElseMayUse = (name, allowed) => ({
  name: `${name}-imports-only-${allowed.length ? allowed.join('-and-') : 'itself'}`,
  severity: 'error',
  from: { path: `^packages/${name}/` },
  // Tests may use the builders of the testkit; another rule keeps everything else from it.
  to: { path: '^packages/', pathNot: `^packages/(${[name, 'testkit', ...allowed].join('|')})/` },
});

const notInTests = '\\.test\\.tsx?$';
// What tests of an app or a package share; another rule keeps everything else from it.
const testGround = '^(apps|packages)/[^/]+/src/testing/';

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'nothing-imports-apps', severity: 'error', from: { path: '^packages/' }, to: { path: '^apps/' } },
    {
      name: 'apps-do-not-import-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'no-deep-imports',
      comment: 'Import a package by its name; its entries are listed in its package.json.',
      severity: 'error',
      from: { path: '^(apps|packages)/([^/]+)/' },
      to: { path: '^packages/[^/]+/src/', pathNot: ['^packages/[^/]+/src/(index|phone)\\.ts$', '^$1/$2/'] },
    },
    packagesNobodyElseMayUse('sms', []),
    packagesNobodyElseMayUse('jinja', []),
    packagesNobodyElseMayUse('scenario', ['sms', 'jinja']),
    packagesNobodyElseMayUse('engine', ['scenario', 'jinja', 'sms']),
    packagesNobodyElseMayUse('providers', ['sms']),
    packagesNobodyElseMayUse('contract', ['scenario']),
    {
      name: 'web-does-not-import-providers',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^packages/providers/' },
    },
    {
      name: 'carrier-stands-alone',
      comment: 'A mistake in one end of the wire must not be able to hide in the other.',
      severity: 'error',
      from: { path: '^apps/carrier/' },
      to: { path: '^packages/' },
    },
    {
      name: 'testkit-only-from-tests',
      severity: 'error',
      from: { pathNot: [notInTests, testGround, '^packages/testkit/'] },
      to: { path: '^packages/testkit/' },
    },
    {
      name: 'test-ground-only-from-tests',
      severity: 'error',
      from: { pathNot: [notInTests, testGround] },
      to: { path: testGround },
    },
    {
      name: 'packages-are-pure',
      comment: 'Time, randomness, ids and I/O are arguments there.',
      severity: 'error',
      from: { path: '^packages/', pathNot: [notInTests, testGround, '^packages/testkit/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-features-do-not-import-each-other',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-layers-point-down',
      severity: 'error',
      from: { path: '^apps/web/src/(ui|lib)/' },
      to: { path: '^apps/web/src/(app|features)/' },
    },
    {
      name: 'web-lib-does-not-import-ui',
      severity: 'error',
      from: { path: '^apps/web/src/lib/' },
      to: { path: '^apps/web/src/ui/' },
    },
    {
      name: 'only-a-store-is-reached-by-its-own-module',
      severity: 'error',
      from: { path: '^apps/bff/src/modules/([^/]+)/' },
      to: { path: '^apps/bff/src/modules/[^/]+/store\\.ts$', pathNot: '^apps/bff/src/modules/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(generated|dist)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
    parser: 'swc',
  },
};
