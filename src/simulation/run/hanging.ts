/** Of an order: `relay`, `promise`, `supervision` and the rest name it; the newest is meant. */
const ofOrder = (table: string): string => `select id, order_id as matter, null::text as which from ${table}`;

/** Of a case: a branch is known by its department and stage, a procedure or survey is the newest. */
const ofCase: Readonly<Record<string, string>> = {
  case_branch: `select id, case_id as matter, department || '/' || stage as which from case_branch`,
  survey_unit: `select id, case_id as matter, department::text as which from survey_unit`,
  utility_connection: `select id, case_id as matter, firm::text as which from utility_connection`,
  attachment: `select id, subject as matter, null::text as which from attachment where subject_noun = 'case-file'`,
};
/** Of an envelope: the case it became, and what hangs on that. */
const ofEnvelope: Readonly<Record<string, string>> = {
  case_file: `select case_id as id, id as matter, null::text as which from handover`,
  case_branch: `select b.id, h.id as matter, b.department || '/' || b.stage as which
      from case_branch b join handover h on h.case_id = b.case_id`,
  survey_unit: `select u.id, h.id as matter, u.department::text as which
      from survey_unit u join handover h on h.case_id = u.case_id`,
};

/** Of a bundle: its cases by their item, and what hangs on each of them. */
const ofBundle: Readonly<Record<string, string>> = {
  case_file: `select id, bundle as matter, item_code as which from case_file where bundle is not null`,
  case_branch: `select b.id, f.bundle as matter, f.item_code || '/' || b.department || '/' || b.stage as which
      from case_branch b join case_file f on f.id = b.case_id`,
  survey: `select s.id, f.bundle as matter, f.item_code as which from survey s join case_file f on f.id = s.case_id`,
  survey_unit: `select u.id, f.bundle as matter, f.item_code || '/' || u.department as which
      from survey_unit u join case_file f on f.id = u.case_id`,
};
/** Of a lot: the cases it took, by their place on its list. */
const ofLot: Readonly<Record<string, string>> = {
  case_file: `select each.id::uuid as id, d.id as matter, each.n::text as which
      from after_check_draw d, jsonb_array_elements_text(d.drawn) with ordinality as each(id, n)`,
};
/** Of a draw: the orders on its list, and what hangs on each of them. */
const ofDraw = (table: string): string => {
  const orders = `select (each.value ->> 'id')::uuid as order_id, d.id as matter
      from call_back_draw d, jsonb_array_elements(d.drawn) each`;
  return table === 'work_order'
    ? `select order_id as id, matter, null::text as which from (${orders}) o`
    : `select t.id, o.matter, null::text as which from ${table} t join (${orders}) o on o.order_id = t.order_id`;
};
/** Of a project: what its meetings agreed, by its task. */
const ofProject: Readonly<Record<string, string>> = {
  meeting_follow_up: `select id, project_id as matter, task as which from meeting_follow_up`,
};

/** Where the rows of a table lie that hang on a matter of a noun: a query of `id`, `matter` and `which`. */
export function hangingOn(own: string, table: string): string {
  if (own === 'case-file')
    return ofCase[table] ?? `select id, case_id as matter, null::text as which from ${table}`;
  if (own === 'handover')
    return (
      ofEnvelope[table] ??
      `select t.id, h.id as matter, null::text as which from ${table} t join handover h on h.case_id = t.case_id`
    );
  if (own === 'call-back-draw') return ofDraw(table);
  const beside = { project: ofProject, bundle: ofBundle, 'after-check-draw': ofLot }[own]?.[table];
  return beside ?? ofOrder(table);
}
