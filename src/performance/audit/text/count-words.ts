/**
 * Measure words of whole things, the longer before the shorter they begin with. What a word may be the beginning of is
 * named behind it: 4车道 counts no vehicles, 12集中 no episodes.
 */
const WHOLE: readonly string[] = [
  // acts and turns
  '人次|剂次|户次|艘次|件次|家次|场次|台次|车次|批次|班次|架次|航次|趟次|站次|例次|针次|只次|头次|项次|条次|处次|卷次|册次|亩次|篇次',
  // work and lessons
  '人天|人日|人月|课时|学时',
  // things
  '件|条|次|个|项|家|人|户|名|篇|台套|台|份|起|宗|批|场|期|处|所|座|张|本|册|笔|部|例|单|类|套|辆|间|栋|幢|棵|株|只|头|组|支|封|通|则|枚|款|口|盏|号|桩|票|位|对|种|轮|届|块|面|幅|段|门|课|节|班|站|级|大|镇|村|县|股|科|艘',
  // papers, goods and beasts
  '卷(?!烟|宗|积|帘|扬)|箱(?!涵)|趟|车(?!道|间|站|位|库|辆|主|型|险|祸|船)|标段|点位|瓶|袋(?!装)|桶(?!装)|孔(?!径)|眼(?!科|镜)|集(?!中|体|团|镇|市|群|约|聚|成|合|采|散)|首(?!批|次|问|席|先|个|府|接|位|创|家)|羽|尾(?!矿|水|气|款|号)|床(?!单|头)|顶|颗|粒|副(?!县|局|主|镇|书|乡|科|处|区|市|省|院|校|产|食)|具(?!有|体|备)|盒|把|架',
];

const NEXT = /\(\?![^()]*\)/g;

/** For a pattern. */
export const COUNT_WORDS = WHOLE.join('|');
/** As printed. */
export const COUNTED: ReadonlySet<string> = new Set(COUNT_WORDS.replace(NEXT, '').split('|'));
