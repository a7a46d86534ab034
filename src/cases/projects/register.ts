import { Type } from 'typebox';
import { action, birth } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { CREDIT_CODE, isCreditCode } from '#lib/credit-code.ts';
import { refuse } from '#lib/refusal.ts';
import { organisationNamed } from '#organisations/index.ts';
import { Place } from '../file/fields.ts';
import { standingAt } from '../file/place.ts';
import { isProjectCode, PROJECT_CODE } from './code.ts';
import { project } from './project.ts';

const Words = (title: string, maxLength: number) =>
  Type.String({ title, minLength: 2, maxLength, pattern: '\\S' });
const Contact = {
  investor: Words('建设单位', 120),
  creditCode: Type.Optional(
    Type.String({
      title: '统一社会信用代码',
      pattern: `^${CREDIT_CODE}$`,
      wrong: '应为 18 位统一社会信用代码',
    }),
  ),
  contactName: Type.Optional(Type.String({ title: '联系人', minLength: 1, maxLength: 60, keep: 'never' })),
  phone: Type.Optional(
    Type.String({ title: '联系电话', pattern: '^\\+?[0-9][0-9 ()-]{5,19}$', keep: 'never' }),
  ),
};
type Said = {
  readonly investor?: string | undefined;
  readonly creditCode?: string | undefined;
  readonly contactName?: string | undefined;
  readonly phone?: string | undefined;
};
const plain = (text: string | undefined) => (text === undefined ? null : { plain: text.trim() });

function refuseCreditCode({ creditCode }: Said): void {
  const fields = [{ path: 'creditCode', message: '校验位不对' }];
  if (creditCode !== undefined && !isCreditCode(creditCode)) refuse('cases.credit-code', {}, { fields });
}

/** 登记项目 — under the code that its investment was given; nobody types a project twice. */
export const registerProject = birth(project, {
  name: 'register',
  title: '登记项目',
  about: '按投资项目代码登记；同一代码只登记一次',
  may: { 'cases.clerk': 'place' },
  to: ['open'],
  input: Type.Object({
    code: Type.String({
      title: '项目代码',
      pattern: `^${PROJECT_CODE}$`,
      wrong: '应为 24 位项目代码，如 2020-430611-76-03-012345',
    }),
    name: Words('项目名称', 200),
    site: Words('建设地点', 200),
    place: Place,
    department: Type.String({ title: '牵头部门', format: 'uuid', ref: 'organisation' }),
    ...Contact,
  }),
  needs: {
    known: find(project, ({ input }: { readonly input: { readonly code: string } }) => ({
      number: input.code,
    })),
    place: standingAt,
    department: organisationNamed('department'),
  },
  decide({ input, known, place, department, by, now }) {
    const fields = [{ path: 'code', message: '首段应为年份或年月' }];
    if (!isProjectCode(input.code)) refuse('cases.project-code', {}, { fields });
    if (known) refuse('cases.project-known', { name: known.name });
    refuseCreditCode(input);
    return {
      number: input.code,
      state: 'open',
      name: input.name.trim(),
      site: input.site.trim(),
      place: place.code,
      department: department.id,
      investor: input.investor.trim(),
      creditCode: input.creditCode ?? null,
      contactName: plain(input.contactName),
      phone: plain(input.phone),
      stage: 'planning',
      finished: [],
      caseCount: 0,
      registeredAt: now,
      registeredBy: by.id,
    };
  },
});

/** 更正项目信息 — what is left out stays. */
export const amendProject = action(project, {
  name: 'amend',
  title: '更正项目信息',
  may: { 'cases.clerk': 'place' },
  from: ['open', 'stopped'],
  to: ['open', 'stopped'],
  input: Type.Object({
    name: Type.Optional(Words('项目名称', 200)),
    site: Type.Optional(Words('建设地点', 200)),
    ...Contact,
    investor: Type.Optional(Contact.investor),
  }),
  decide({ project: mine, input }) {
    refuseCreditCode(input);
    return {
      state: mine.state,
      name: input.name?.trim() ?? mine.name,
      site: input.site?.trim() ?? mine.site,
      investor: input.investor?.trim() ?? mine.investor,
      creditCode: input.creditCode ?? mine.creditCode,
      contactName: plain(input.contactName) ?? mine.contactName,
      phone: plain(input.phone) ?? mine.phone,
    };
  },
});
