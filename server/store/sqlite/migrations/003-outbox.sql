-- How far each channel has read the alarms' log, and what became of its messages since.
create table outbox_channel (
  channel text primary key,
  cursor integer not null,
  delivered integer not null default 0,
  overflowed integer not null default 0,
  delivered_at integer,
  error text,
  error_at integer
) strict, without rowid;

-- What has to leave the station. An id is never given twice: receivers recognise a repetition by it.
create table outbox (
  id integer primary key autoincrement,
  channel text not null references outbox_channel (channel),
  recipient text not null,
  event_id integer not null,
  subject text not null,
  rank integer not null,
  payload text not null,
  created_at integer not null,
  attempts integer not null default 0,
  next_at integer not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
  last_error text,
  settled_at integer,
  leased_until integer,
  unique (channel, recipient, event_id)
) strict;
create index outbox_due on outbox (channel, recipient, next_at) where state = 'waiting';
create index outbox_order on outbox (channel, recipient, subject, id) where state = 'waiting';
create index outbox_rest on outbox (channel, recipient, settled_at) where state = 'delivered';
create index outbox_by_state on outbox (state, id);
create index outbox_by_channel on outbox (channel, state, id);
create index outbox_settled on outbox (state, settled_at) where settled_at is not null;

-- Links that may acknowledge one occurrence of one alarm, once. hash = sha256 of the token, which itself stands in the message only.
create table alarm_link (
  hash text primary key,
  alarm text not null,
  occurrence integer not null,
  recipient text not null,
  expires_at integer not null,
  used_at integer
) strict, without rowid;
create index alarm_link_by_expiry on alarm_link (expires_at);
