import { Type } from 'typebox';
import { setting } from '#lib/setting.ts';

const must = (name: string) => ({ name, isMandatory: true });
const may = (name: string) => ({ name, isMandatory: false });

/** 镇（街道）窗口的设置: what every town centre has, and what it may have besides. */
export const townWindows = setting({
  name: 'catalogue.town-windows',
  title: '镇（街道）窗口设置',
  about: '各镇（街道）便民服务中心应设和可选的窗口；缺少必设窗口的在窗口设置情况中列出',
  schema: Type.Array(
    Type.Object({
      name: Type.String({ title: '窗口', minLength: 2, maxLength: 30 }),
      isMandatory: Type.Boolean({ title: '必设' }),
    }),
    { minItems: 1, maxItems: 30 },
  ),
  initial: [
    must('党务窗口'),
    must('社会事务窗口'),
    must('社会民生窗口'),
    must('经济发展窗口'),
    must('综合窗口'),
    may('农业综合窗口'),
    may('市场监管窗口'),
  ],
});
