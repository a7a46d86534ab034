/** What replies of offices are made of, as patterns over Chinese text. */

/** Courtesy and course of business: says that a letter came and went, not what is answered. */
const FORMULA =
  /收悉|收到|转交|转至|转给|转有关|已转|感谢|谢谢|您好|你好|网友|关心|支持|监督|反馈|(答复|回复)如下|特此(答复|回复)|此复|(核实|研究|调查|及时)(处理|核处|办理|答复)|尽快(处理|办理|答复|回复)/;
const CLAUSE = /[。！!；;，,：:？?\n]/;
/** The date under a letter is no date of the matter. */
const SIGNED = /[（(]?\d{4}年\d{1,2}月\d{1,2}日[）)]?[。\s]*$/;

/** The reply without the date under it. */
export const unsigned = (reply: string): string => reply.normalize('NFKC').trim().replace(SIGNED, '').trim();

/** What remains when courtesy and formulas are taken away: the answer itself, clause by clause. */
export const substanceOf = (reply: string): readonly string[] =>
  unsigned(reply)
    .split(CLAUSE)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '' && !FORMULA.test(clause));

/** Letters and digits only. */
export const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

export const GREETING = /您好|你好|尊敬的|敬启/;
export const THANKS = /感谢|谢谢|致谢|敬请谅解|理解和支持|理解与支持/;
export const ROUGH =
  /无理取闹|胡搅蛮缠|不归我们|与我(局|们|单位)无关|自己(看|查|去问|想办法)|爱怎么|没完没了|别再/;
/** A day, a month, a term in days: something that can be waited for or looked up. */
export const DATE =
  /\d{2,4}年\d{1,2}月|\d{1,2}月\d{1,2}日|\d{1,2}月(底|初|份|中旬|上旬|下旬)|\d{4}年(底|初|上半年|下半年)?|[今明当本]年(底|内|\d{1,2}月|上半年|下半年|[一二三四]季度)|[本下当]月(底|内)?|[一二三四五六七八九十\d]+个?(工作日|日|天|周|月|小时)(内|之内|以内|后)/;
export const OFFICE =
  /\p{Script=Han}(局|委员会|住建委|卫健委|发改委|街道|街道办|办事处|人民政府|区政府|县政府|市政府|镇政府|乡政府|社区|村委会|大队|支队|中队|派出所|管委会|中心|公司|科|股|部门)/u;
export const PERSON =
  /联系人|经办人|承办人|责任人|(局长|主任|科长|股长|所长|书记|队长|专员|警官|工程师|同志)/;
export const PHONE =
  /\d{3,4}-\d{4,}|(?<!\d)1\d{2}[\d*]{8}(?!\d)|(电话|热线|致电|拨打)[^。]{0,12}[\d*]{5,}|12345/;
/** Says that the caller was spoken to, or why not. */
export const CONTACTED =
  /(与|向|同|和|跟|给|致电|联系|告知|回访|约见|走访|上门)[^。，,]{0,12}(您|你|来信人|诉求人|反映人|投诉人|当事人|来电人|信访人|市民|网友)[^。]{0,12}(联系|沟通|解释|说明|告知|回访|反馈|见面|电话|短信|交流)|(电话|短信|微信|当面|上门)(联系|告知|回复|答复|沟通|回访)|(未留|没有留|无法|未能)[^。]{0,8}联系/;
export const REASON =
  /根据|按照|依据|依照|因为|由于|因此|所以|鉴于|为了|为此|《|规定|政策|标准|条例|经查|经核|经调查|经了解|据查|据了解|现场/;
