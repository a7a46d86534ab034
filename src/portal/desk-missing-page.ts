import { html, type Html } from '#lib/html.ts';
import { layout } from './layout.ts';

/** Told instead of a blank page: the desk is built by `npm run build`, or by the first `npm start`. */
export const deskMissingPage = (): Html =>
  layout(
    '工作台尚未生成',
    html`<h1>工作台尚未生成</h1>
      <p>请在项目目录运行 <code>npm run build</code>，然后刷新本页。接口和公开页面不受影响。</p>
      <p><a href="/">返回首页</a></p>`,
  );
