/**
 * Who may import whom: stages in the order of the flow, each from its left only.
 * Types may cross (`import type`), values may not.
 */
const STAGES = [
  'core',
  'pose',
  'dance',
  'stage',
  'media',
  'effects',
  'project',
  'storage',
  'capture',
  'export',
  'studio',
  'ui',
];

const leftOnly = STAGES.map((stage, index) => ({
  name: `${stage}-imports-from-its-left`,
  comment: `src/${stage} may import only: ${STAGES.slice(0, index).join(', ') || 'nothing of ours'}.`,
  severity: 'error',
  from: { path: `^src/${stage}/` },
  to: {
    path: `^src/(${STAGES.slice(index + 1).join('|') || '-'})/`,
    ...(index === 0 ? {} : { dependencyTypesNot: ['type-only'] }),
  },
}));

module.exports = {
  forbidden: [
    ...leftOnly,
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'react-only-in-ui',
      severity: 'error',
      from: { path: '^(src|workers)/', pathNot: '^src/(ui/|main\\.tsx)' },
      to: { path: 'node_modules/(react|react-dom|@base-ui|react-i18next|i18next)/' },
    },
    {
      name: 'three-only-in-stage-and-render',
      severity: 'error',
      from: { path: '^(src|workers)/', pathNot: '^src/(stage|effects/render)/' },
      to: { path: 'node_modules/three/' },
    },
    {
      name: 'ui-talks-to-the-studio',
      comment: 'The UI uses the studio and core; from other stages only types.',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: {
        path: '^(src/(pose|dance|stage|media|effects|project|storage|capture|export)|workers)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'heavy-libraries-behind-their-stage',
      severity: 'error',
      from: { path: '^(src|workers)/', pathNot: '^src/(pose/detector|media|export|capture|storage)/' },
      to: { path: 'node_modules/(@mediapipe|@ffmpeg|mediabunny)/' },
    },
    {
      name: 'storage-is-the-only-place-that-persists',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/storage/' },
      to: { path: 'node_modules/idb/' },
    },
    {
      name: 'workers-are-entered-by-url-only',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^workers/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
