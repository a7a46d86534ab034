// The rules of DESIGN §3 about who may import whom, and the proof that they were looked at: no cruise over nothing.
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './stages.js';

const LEAST_MODULES = 100;
const options = JSON.parse(readFileSync(resolve(root, '.dependency-cruiser.json'), 'utf8'));
const result = await cruise(
  ['src'],
  {
    ...options.options,
    ruleSet: { forbidden: options.forbidden },
    validate: true,
    baseDir: root,
    tsConfig: { fileName: 'tsconfig.json' },
  },
  {},
  { tsConfig: extractTSConfig(resolve(root, 'tsconfig.json')) },
);
const { violations, totalCruised, totalDependenciesCruised } = result.output.summary;
for (const { rule, from, to } of violations)
  process.stdout.write(`${rule.severity} ${rule.name}: ${from} → ${to}\n`);
process.stdout.write(
  `${totalCruised} 个模块，${totalDependenciesCruised} 条依赖，${violations.length} 处违反\n`,
);
if (totalCruised < LEAST_MODULES)
  process.stdout.write(`只看到 ${totalCruised} 个模块，少于 ${LEAST_MODULES}：检查没有起作用\n`);
process.exitCode =
  violations.some(({ rule }) => rule.severity === 'error') || totalCruised < LEAST_MODULES ? 1 : 0;
