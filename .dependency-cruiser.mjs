// Who may import whom. Features and packages are entered by their front door only.
const only = (from, ...allowed) => ({
  name: `${from.replace('/', '-')}-direction`,
  comment: `${from} may import ${allowed.join(', ') || 'nothing'} of this repository.`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: '^(packages|apps|bench|test)/', pathNot: `^(${[from, ...allowed].join('|')})/` },
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('packages/kernel'),
    only('packages/contracts', 'packages/kernel'),
    only('packages/database', 'packages/kernel'),
    only('packages/rails', 'packages/kernel'),
    only('packages/ledger', 'packages/database', 'packages/kernel'),
    only('packages/sdk', 'packages/contracts', 'packages/kernel'),
    only(
      'packages/core',
      'packages/ledger',
      'packages/rails',
      'packages/database',
      'packages/contracts',
      'packages/kernel',
    ),
    only(
      'packages/people',
      'packages/core',
      'packages/rails',
      'packages/database',
      'packages/contracts',
      'packages/kernel',
    ),
    only('packages/ui', 'packages/contracts', 'packages/kernel'),
    only('apps/wallet', 'packages/ui', 'packages/contracts', 'packages/kernel'),
    only('apps/console', 'packages/ui', 'packages/contracts', 'packages/kernel'),
    only('apps/sandbox'),
    only('apps/market', 'packages/sdk'),
    only(
      'apps/server',
      'packages/people',
      'packages/core',
      'packages/rails',
      'packages/ledger',
      'packages/database',
      'packages/contracts',
      'packages/kernel',
    ),
    {
      name: 'front-doors',
      comment: 'A package is imported by its name, so that only its front door can be reached.',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: {
        path: '^(packages|apps)/([^/]+)/',
        pathNot: [
          '^$1/$2/',
          '^packages/[^/]+/src/(index|testing)\\.ts$',
          '^packages/contracts/src/(wallet|console)/index\\.ts$',
          '^packages/ui/src/(build\\.ts|styles\\.css)$',
        ],
      },
    },
    {
      name: 'front-doors-of-bench-and-test',
      severity: 'error',
      from: { path: '^(bench|test)/' },
      to: {
        path: '^packages/',
        pathNot: [
          '^packages/[^/]+/src/(index|testing)\\.ts$',
          '^packages/contracts/src/(wallet|console)/index\\.ts$',
          '^packages/people/src/staff/testing\\.ts$',
        ],
      },
    },
    {
      name: 'engine-order',
      comment: 'The engine knows no feature.',
      severity: 'error',
      from: { path: '^packages/core/src/engine/' },
      to: { path: '^packages/core/src/', pathNot: '^packages/core/src/(engine|clock)/' },
    },
    {
      name: 'features-before-use-cases',
      comment: 'Commands, queries and the replay use the features, never the reverse.',
      severity: 'error',
      from: { path: '^packages/core/src/(accounts|wallets|limits|payments|disputes|clock)/' },
      to: { path: '^packages/core/src/(commands|queries|replay|audit|webhooks|keys)/' },
    },
    {
      name: 'pure-rules',
      comment: 'Rules know nothing of the database.',
      severity: 'error',
      from: {
        path: '^packages/core/src/(payments/(payment|money-rules|state-machine|steps)|disputes/dispute|limits/(limits|rates))\\.ts$',
      },
      to: { path: '(store\\.ts$|^packages/database/|node_modules/pg/)' },
    },
    {
      name: 'one-driver',
      comment: 'PostgreSQL is spoken to by the database package; others get its pool.',
      severity: 'error',
      from: { pathNot: '^packages/database/' },
      to: { path: 'node_modules/pg/' },
    },
    {
      name: 'http-stays-outside',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: 'node_modules/fastify/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/'] },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
}
