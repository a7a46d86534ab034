-- 等待批准的请求: read each time somebody who may settle one opens their tasks; there are never many.
create index case_file_requests on case_file (department)
  where asked_extension is not null or asked_halt is not null or asked_green is not null;
