// Finds a Chromium for the browser journeys, and installs Debian's when there is none. Never skips silently.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from './stages.js';

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];
const CHINESE_FONTS = [
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc',
];

function fromPlaywright() {
  const cache = join(homedir(), '.cache/ms-playwright');
  const folders = existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith('chromium-')) : [];
  return folders.map((name) => join(cache, name, 'chrome-linux/chrome')).find((path) => existsSync(path));
}

export const findChromium = () =>
  [process.env.CHROME_PATH, process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH, ...KNOWN].find(
    (path) => path && existsSync(path),
  ) ?? fromPlaywright();

const hasChineseFont = () =>
  CHINESE_FONTS.some((path) => existsSync(path)) || existsSync('/usr/share/fonts/truetype/wqy');

async function install(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return 1;
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update', '-qq'], quiet)) !== 0) return 1;
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
}

/** Resolves with an exit code; prints one clear line when there is no way. */
export async function ensureChromium() {
  if (process.env.SKIP_BROWSER === '1') {
    process.stdout.write('NOT RUN: 浏览器测试（SKIP_BROWSER=1）\n');
    return 0;
  }
  const missing = [...(findChromium() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
  if (missing.length > 0) await install(missing);
  if (!findChromium()) {
    process.stderr.write(
      '找不到 Chromium：请安装后重试，或用 CHROME_PATH 指明它的位置；确实不测浏览器时设 SKIP_BROWSER=1\n',
    );
    return 1;
  }
  if (!hasChineseFont()) process.stdout.write('提示：没有中文字体，截图中的汉字会显示为方框\n');
  process.stdout.write(`${findChromium()}\n`);
  return 0;
}
