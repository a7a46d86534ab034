-- 现场勘查所见: what was last found of each thing that was looked at for a case, and the surveys that failed it.
alter table case_file add column looked jsonb;
-- 复勘: the failed survey that another one answers.
alter table survey add column answers uuid;

-- Cases still open keep what their concluded surveys found.
update case_file c set looked = jsonb_build_object(
  'found', (
    select coalesce(jsonb_agg(jsonb_build_object(
             'department', f.department, 'condition', f.condition, 'result', f.result, 'survey', f.survey)
             order by f.department, f.condition), '[]')
      from (select distinct on (u.department, r ->> 'condition') u.department, r ->> 'condition' as condition,
                   r ->> 'result' as result, s.id as survey
              from survey s join survey_unit u on u.survey_id = s.id
                   cross join lateral jsonb_array_elements(u.results) r
             where s.cases ? c.id::text and s.state in ('passed', 'failed') and jsonb_typeof(u.results) = 'array'
             order by u.department, r ->> 'condition', s.finished_at desc) f),
  'failed', (
    select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'number', s.number) order by s.number), '[]')
      from survey s where s.cases ? c.id::text and s.state = 'failed'))
 where c.is_survey_passed is not null and c.state in ('accepted', 'suspended');
