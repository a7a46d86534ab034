import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Held } from '#lib/action/need.ts';
import { isUuid } from '#lib/ids.ts';
import { refuse } from '#lib/refusal.ts';
import { view } from '#lib/view.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { surveysSeen } from './seen.ts';
import { surveyUnit } from './survey-unit.ts';

interface Shown {
  readonly department: string;
  readonly attachment: string;
  readonly sha256: string;
  readonly alsoIn: readonly string[];
}

/**
 * 现场照片 — `{ items: [{ department, name, attachment, sha256, alsoIn }] }`: the photographs of a survey by their hashes;
 * `alsoIn` names the other surveys in which the very same picture stands.
 */
export const photosView = view({
  name: 'cases.survey-photos',
  title: '现场照片',
  path: '/surveys/{key}/photos',
  may: surveyUnit.see,
  query: Type.Object({ key: Type.String({ title: '标识或编号', maxLength: 100 }) }),
  read: async ({ db, query: { key }, by, app }) => {
    const seen = surveysSeen(by, app);
    const named = isUuid(key) ? sql`survey.id = ${key}::uuid` : sql`survey.number = ${key}`;
    const { rows: found } = await sql<{ readonly id: string }>`
      select id from survey where ${named} and ${seen}`.execute(db);
    const id = found[0]?.id ?? refuse('lib.not-found');
    const { rows } = await sql<Shown>`
      select u.department, p ->> 'attachment' as attachment, p ->> 'sha256' as sha256,
          (select coalesce(json_agg(distinct s.number order by s.number), '[]')
            from survey_unit o join survey s on s.id = o.survey_id
            where o.survey_id <> u.survey_id
              and o.photos @> jsonb_build_array(jsonb_build_object('sha256', p ->> 'sha256'))) as also_in
        from survey_unit u, jsonb_array_elements(u.photos) with ordinality as photo(p, n)
        where u.survey_id = ${id}::uuid and u.photos is not null
        order by u.id, n`.execute(db);
    const tree = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
    return { items: rows.map((each) => ({ ...each, name: tree.nameOf(each.department) })) };
  },
});
