import { Type } from 'typebox';
import type { Day } from '#lib/time.ts';
import type { DayKind } from './table.ts';

export const On = (title: string) => Type.Unsafe<Day>(Type.String({ title, format: 'date' }));
export const Kind = Type.Unsafe<DayKind>(
  Type.Union(
    [
      Type.Literal('holiday', { title: '放假' }),
      Type.Literal('make-up', { title: '调休上班' }),
      Type.Literal('ordinary', { title: '恢复正常' }),
    ],
    { title: '类型' },
  ),
);
export const FestivalName = Type.String({ title: '节日名称', minLength: 1, maxLength: 40 });
export const Reason = Type.String({ title: '原因', minLength: 2, maxLength: 200 });
export const Source = Type.String({ title: '来源（文件或网址）', minLength: 2, maxLength: 300 });
