import { Type } from 'typebox';
import { Note, Words } from '../fields.ts';

/** A row as it is entered: the rule in words, which the parser reads. */
export const RowInput = Type.Object({
  path: Words('一级/二级/三级', 200),
  name: Words('三级指标', 100),
  weight: Type.String({ title: '分值', pattern: '^[0-9]{1,3}(\\.[0-9]{1,2})?$' }),
  rule: Words('评分标准', 3000),
  definition: Note('指标说明', 2000),
  isGeneric: Type.Boolean({ title: '可改为个性化指标' }),
  remark: Note('备注', 1000),
});
export const GroupInput = Type.Object({
  path: Words('一级或一级/二级', 100),
  weight: Type.String({ title: '权重', pattern: '^[0-9]{1,3}(\\.[0-9]{1,2})?$' }),
});
