-- 可交经办人查看: on records whose files are for some readers only, this one may be opened by the others too.
alter table attachment add column is_released boolean;
