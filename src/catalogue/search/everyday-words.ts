import { Type } from 'typebox';
import { setting } from '#lib/setting.ts';

/** What people say, and the words of the catalogue that mean it. */
export interface EverydayWord {
  readonly said: string;
  readonly means: readonly string[];
}
const word = (said: string, ...means: readonly string[]) => ({ said, means: [...means] });

/** Usual ways to say the commonest matters; every place adds its own. */
const USUAL = [
  word('办执照', '营业执照', '设立登记'),
  word('开公司', '设立登记', '营业执照'),
  word('注册公司', '设立登记'),
  word('开店', '个体工商户', '设立登记'),
  word('关公司', '注销登记'),
  word('改公司名', '变更登记'),
  word('开饭店', '食品经营许可', '餐饮'),
  word('开餐馆', '食品经营许可', '餐饮'),
  word('卖吃的', '食品经营许可'),
  word('小作坊', '食品生产加工小作坊'),
  word('卫生证', '公共场所卫生许可'),
  word('健康证', '预防性健康检查', '健康合格证明'),
  word('开药店', '药品经营许可', '药品零售'),
  word('卖烟', '烟草专卖零售许可'),
  word('烟证', '烟草专卖零售许可'),
  word('开诊所', '诊所备案', '医疗机构'),
  word('生孩子', '生育登记', '出生医学证明'),
  word('准生证', '生育登记', '再生育'),
  word('出生证', '出生医学证明'),
  word('上户口', '出生登记', '户口登记'),
  word('迁户口', '户口迁移'),
  word('身份证', '居民身份证'),
  word('结婚证', '结婚登记'),
  word('离婚证', '离婚登记'),
  word('低保', '最低生活保障'),
  word('五保', '特困人员'),
  word('养老金', '养老保险', '养老待遇'),
  word('社保', '社会保险', '养老保险'),
  word('医保', '医疗保险'),
  word('报销医药费', '医疗费用报销', '医疗保险'),
  word('失业金', '失业保险'),
  word('老年证', '老年人优待证'),
  word('残疾证', '残疾人证'),
  word('高龄补贴', '高龄津贴'),
  word('房产证', '不动产', '房屋所有权'),
  word('过户', '转移登记'),
  word('卖房', '转移登记', '不动产'),
  word('公积金', '住房公积金'),
  word('盖房', '宅基地', '乡村建设规划许可', '建房'),
  word('建房', '宅基地', '乡村建设规划许可'),
  word('宅基地', '宅基地'),
  word('装修', '施工许可', '装饰装修'),
  word('挖路', '挖掘道路', '占用'),
  word('占道', '占用城市道路'),
  word('广告牌', '户外广告'),
  word('砍树', '林木采伐'),
  word('打井', '取水许可'),
  word('办学校', '民办学校', '设立'),
  word('幼儿园', '幼儿园', '民办学校'),
  word('教师证', '教师资格'),
  word('护士证', '护士执业'),
  word('驾照', '机动车驾驶证'),
  word('上牌', '机动车注册登记'),
  word('货车', '道路货物运输'),
  word('开出租', '出租汽车'),
  word('电工证', '特种作业'),
  word('接自来水', '供水', '用水报装'),
  word('接电', '用电报装', '供电'),
  word('开天然气', '燃气报装', '供气'),
  word('办护照', '护照'),
  word('盖章', '证明'),
  word('贫困生', '助学金', '家庭经济困难'),
];

/** 百姓说法 — editable: what the search also looks for when somebody says it their own way. */
export const everydayWords = setting({
  name: 'catalogue.everyday-words',
  title: '事项搜索的百姓说法',
  about: '群众怎么说、目录里怎么写：搜左边的说法时，也按右边的词查找；改后立即生效，影响网站和窗口的搜索',
  schema: Type.Array(
    Type.Object({
      said: Type.String({ title: '群众的说法', minLength: 2, maxLength: 20 }),
      means: Type.Array(Type.String({ minLength: 2, maxLength: 40 }), {
        title: '目录里的词',
        minItems: 1,
        maxItems: 10,
      }),
    }),
    { maxItems: 2000 },
  ),
  initial: USUAL,
  isImmediate: true,
});
