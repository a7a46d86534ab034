-- 结果文书号: given once by a department; what another system sent keeps its own, told apart by its number there.
create unique index case_file_result_number
  on case_file (result_number, department, item, (coalesce(source_id, ''))) where result_number is not null;
