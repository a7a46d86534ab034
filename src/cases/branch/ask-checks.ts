import { Type } from 'typebox';
import { action, create } from '#lib/action/action.ts';
import { fromHeld } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { calendarNow } from '#calendar/index.ts';
import { organisationTree } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import { workingDaysAfter } from '../clocks.ts';
import { caseFile } from '../file/case-file.ts';
import { refuseConflict } from '../file/separation.ts';
import { refuseDeemed } from '../file/told.ts';
import { caseRules } from '../rules.ts';
import { branch } from './branch.ts';

type Asked = { readonly input: { readonly departments: readonly string[] } };
const departmentsNamed = fromHeld(organisationTree, (tree, { input }: Asked) =>
  input.departments.map((id) => {
    const found = tree.organisations.get(id);
    return found?.isActive === true
      ? found
      : refuse(
          'organisations.no-organisation',
          {},
          { fields: [{ path: 'departments', message: '没有这个单位，或它已撤销' }] },
        );
  }),
);

/** 转部门核验 — several departments look at the papers before acceptance, so that one notice carries every gap. */
export const askChecks = action(caseFile, {
  name: 'ask-checks',
  title: '转部门核验',
  about: '请有关部门在规定工作日内反馈材料缺漏，合并为一份一次性告知',
  may: { 'cases.clerk': 'place' },
  from: ['applied', 'received'],
  to: ['applied', 'received'],
  input: Type.Object({
    departments: Type.Array(Type.String({ format: 'uuid', ref: 'organisation' }), {
      title: '核验部门',
      minItems: 1,
      maxItems: 30,
      uniqueItems: true,
    }),
  }),
  needs: { asked: departmentsNamed, calendar: calendarNow, rules: settingNow(caseRules) },
  when: (row) => row.openChecks === null && row.correctionAskedAt === null,
  decide({ caseFile: mine, asked, calendar, rules, by, now }) {
    refuseConflict(mine, by);
    refuseDeemed(mine, now);
    const dueAt = workingDaysAfter(now, rules.checkWithinDays, calendar);
    const checks = asked.map(({ id }) =>
      create(branch, {
        state: 'asked',
        caseId: mine.id,
        caseNumber: mine.number,
        itemName: mine.itemName,
        kind: 'check',
        department: id,
        place: mine.place,
        stage: 0,
        days: rules.checkWithinDays,
        askedAt: now,
        dueAt,
      }),
    );
    return [{ state: mine.state, openChecks: asked.length }, ...checks];
  },
});
