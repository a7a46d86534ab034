-- What waits for an officer to make it public: few among millions.
create index work_order_publishable on work_order (id desc)
  where is_publishable and published_at is null and state = 'closed';
