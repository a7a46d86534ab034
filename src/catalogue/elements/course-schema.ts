import { Type, type TSchema } from 'typebox';

/** What parts the texts of these elements in a table, and so may not stand inside them: see course-text.ts. */
export const MARKS = '｜＝〔〕；';
const words = (title: string, maxLength: number): TSchema =>
  Type.String({
    title,
    minLength: 1,
    maxLength,
    pattern: `^[^${MARKS}：\\r\\n]+$`,
    wrong: `不能为空，也不能含有 ${MARKS}： 和换行`,
  });
const lines = (title: string, maxItems: number): TSchema =>
  Type.Array(words(title, 200), { title, maxItems });
const orNull = (schema: TSchema): TSchema => Type.Union([schema, Type.Null()]);

/** 适用情形, of a question or a material. */
export const ConditionsSchema = Type.Array(
  Type.Object({
    question: words('问题', 100),
    oneOf: Type.Array(words('选项', 100), { title: '选了其中之一', minItems: 1, maxItems: 20 }),
  }),
  { title: '适用情形', maxItems: 10 },
);

/** By kind of element; each is given the element's title. */
export const COURSE_SCHEMAS = {
  situations: (title: string) =>
    Type.Array(
      Type.Object({
        question: words('问题', 100),
        choices: Type.Array(words('选项', 100), { title: '选项', minItems: 2, maxItems: 20 }),
        when: Type.Optional(ConditionsSchema),
      }),
      { title, maxItems: 20 },
    ),
  steps: (title: string) =>
    Type.Array(
      Type.Object({
        stage: Type.Integer({ title: '顺序（相同的并联）', minimum: 1, maximum: 20 }),
        department: words('部门', 100),
        task: words('环节', 200),
        days: orNull(Type.Integer({ title: '时限天数', minimum: 0, maximum: 365 })),
        isFirstReview: Type.Optional(Type.Boolean({ title: '下级初审（在其他环节之前）' })),
      }),
      { title, maxItems: 40 },
    ),
  surveys: (title: string) =>
    Type.Array(Type.Object({ department: words('部门', 100), conditions: lines('查看内容', 40) }), {
      title,
      maxItems: 20,
    }),
  commitment: (title: string) =>
    Type.Object(
      {
        text: Type.String({ title: '承诺内容', minLength: 2, maxLength: 5000 }),
        exclusions: lines('不适用情形', 20),
        replaces: lines('免交的材料', 40),
        checkWithin: orNull(Type.Integer({ title: '核查期限（工作日）', minimum: 1, maximum: 365 })),
      },
      { title },
    ),
} as const;
