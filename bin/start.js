// `npm start`: build the desk when its source changed, then serve. Plain JavaScript, so that any Node can say what is wrong.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `需要 Node.js 24 或更新版本，当前为 ${process.versions.node}。请先运行 npm ci（不要加 --omit=optional）。\n`,
  );
  process.exit(70);
}
const { default: module } = await import('node:module');
module.enableCompileCache?.(new URL('../node_modules/.cache/compile', import.meta.url).pathname);
const { buildDesk } = await import('./build-desk.js');
await buildDesk();
process.argv.splice(2, 0, 'serve');
await import('../src/cli.ts');
