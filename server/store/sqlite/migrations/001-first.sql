-- Times are epoch milliseconds (UTC), qualities are the codes of shared/quality.ts.
create table device (
  id text primary key,
  name text not null,
  village text not null,
  lon real not null,
  lat real not null,
  source text not null check (source in ('measured', 'simulated', 'manual', 'derived')),
  token_hash text not null unique,
  created_at integer not null,
  disabled_at integer
) strict;

create table series (
  n integer primary key autoincrement,
  device text not null references device (id),
  quantity text not null,
  unit text not null,
  interval_ms integer,
  unique (device, quantity)
) strict;

-- Takes readings in, clustered by time: one dirty page a commit instead of one a series.
create table hot (
  t integer not null,
  series integer not null,
  v real not null,
  q integer not null,
  primary key (t, series)
) strict, without rowid;

-- Keeps them, clustered by series: a range of one series is one run of pages.
create table cold (
  series integer not null,
  t integer not null,
  v real not null,
  q integer not null,
  primary key (series, t)
) strict, without rowid;

-- Rollups of what is cold, `bad` left out. level = bucket length in ms (1 min, 15 min, 1 h, 1 day of UTC+7).
create table rollup (
  level integer not null,
  series integer not null,
  bucket integer not null,
  min real not null,
  max real not null,
  sum real not null,
  count integer not null,
  last real not null,
  last_t integer not null,
  primary key (level, series, bucket)
) strict, without rowid;

create table latest (
  series integer primary key,
  t integer not null,
  v real not null,
  q integer not null
) strict;

-- Append-only; hash = sha256(previous hash, event), so that a change in the past shows.
create table event (
  id integer primary key,
  at integer not null,
  actor text not null,
  type text not null,
  subject text not null,
  data text not null,
  hash text not null
) strict;
create trigger event_is_append_only_update before update on event begin select raise(abort, 'events are append-only'); end;
create trigger event_is_append_only_delete before delete on event begin select raise(abort, 'events are append-only'); end;
