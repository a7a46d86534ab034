/** By what the list of the cases is narrowed. */
export const CASE_FILTERS = [
  'state',
  'item',
  'itemCode',
  'department',
  'place',
  'windowType',
  'channel',
  'level',
  'kind',
  'outcome',
  'project',
  'projectStage',
  'bundle',
  'isElsewhere',
] as const;
