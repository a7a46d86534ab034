-- 作废申请 that wait: few among all orders.
create index work_order_void_asked on work_order (id desc) where asked_void is not null;
