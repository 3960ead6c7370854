// Who may import whom. The reasons are in docs/adr/0001-house-rules.md.
const rule = (name, from, to) => ({ name, severity: 'error', from, to });
const SPEC = '\\.spec\\.ts$';

module.exports = {
  forbidden: [
    rule('core-is-pure', { path: '^src/core', pathNot: SPEC }, { pathNot: '^src/core' }),
    rule('domain-knows-no-dialect', { path: '^src/(modules|realtime|platform)' }, { path: '^src/dialects' }),
    rule(
      'platform-knows-no-domain',
      { path: '^src/platform', pathNot: 'src/platform/database/entities\\.ts$' },
      { path: '^src/(modules|realtime|dialects|cli)' },
    ),
    rule(
      'modules-see-only-the-feed',
      { path: '^src/modules' },
      { path: '^src/realtime', pathNot: '^src/realtime/feed\\.ts$' },
    ),
    rule(
      'dialects-are-islands',
      { path: '^src/dialects/([^/]+)/' },
      { path: '^src/dialects/([^/]+)/', pathNot: '^src/dialects/$1/' },
    ),
    rule(
      'dialects-use-the-door',
      { path: '^src/dialects' },
      { path: '^src/modules', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    ),
    rule(
      'use-the-door',
      { path: '^src/modules/([^/]+)/', pathNot: '\\.entity\\.ts$' },
      { path: '^src/modules/([^/]+)/', pathNot: '^src/modules/($1/|[^/]+/index\\.ts$)' },
    ),
    rule(
      'realtime-uses-the-door',
      { path: '^src/realtime' },
      { path: '^src/modules', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    ),
    rule('entities-know-entities', { path: '\\.entity\\.ts$' }, { path: '^src', pathNot: '\\.entity\\.ts$|^src/core' }),
    rule('no-repository-in-resolvers', { path: '\\.resolver\\.ts$' }, { path: '\\.repository\\.ts$' }),
    rule('no-orm-in-dialects', { path: '^src/dialects' }, { path: '@mikro-orm' }),
    rule(
      'only-repositories-touch-sql',
      { path: '^src/modules', pathNot: '\\.(repository|entity)\\.ts$|\\.spec\\.ts$' },
      { path: 'node_modules/(@mikro-orm|pg|pg-copy-streams)/', dependencyTypesNot: ['type-only'] },
    ),
    rule('no-circular', { pathNot: '\\.entity\\.ts$' }, { circular: true, viaOnly: { pathNot: '\\.entity\\.ts$' } }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.check.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'types', 'default'],
    },
  },
};
