insert into plain_order (id, version, state, channel, type, topic, place, title, text, registered_at) values (gen_random_uuid(), 1, 'registered', 'phone', 'help', '城乡建设', '430611', '路灯不亮', '小区门口的路灯已经三天没有亮，晚上出行不便，希望尽快修复。', now()) returning id \gset
update plain_order set version = version + 1, state = 'dispatched', handler = '018f0000-0000-7000-8000-000000000001', dispatched_at = now(), due_at = now() + interval '7 days' where id = :id::uuid and state = 'registered';
update plain_order set version = version + 1, state = 'replied', reply = '已联系来电人，路灯线路于昨日修复，现已恢复照明。', replied_at = now() where id = :id::uuid and state = 'dispatched';
update plain_order set version = version + 1, state = 'closed', closed_at = now() where id = :id::uuid and state = 'replied';
