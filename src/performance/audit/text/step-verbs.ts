/** Verbs that make a step of the figure behind them, where something is compared: 比上年增发48户, 较年初化解8.4万元. */
const UP =
  '[增扩][发派投聘建配设补拨供产销储编办开]|[调核]增|多[收支办跑发交花用]|[超高多]出|追加|上调|上浮|扩大|拉高|推高|追回';
const DOWN =
  '[减核调压][少缩降排支收免减轻]|少[收支办跑发交花用出]|化解|消化|清偿|偿还|归还|还清|清退|腾退|核销|关停|退出|下调|下浮|收窄|拉低';

const STEP = new RegExp(`(?:${UP}|${DOWN})了?\\s*$`);
const STEP_DOWN = new RegExp(`(?:${DOWN})了?\\s*$`);

/** Is the last word before the figure such a verb? */
export const endsInStep = (subject: string): boolean => STEP.test(subject);
/** Does it take away? */
export const endsInStepDown = (subject: string): boolean => STEP_DOWN.test(subject);
/** The words before it. */
export const withoutStep = (subject: string): string => subject.replace(STEP, '');
