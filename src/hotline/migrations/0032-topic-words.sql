-- What callers say for a topic (路灯、井盖), for finding it while they speak.
alter table hotline_topic add column spoken_as text;
