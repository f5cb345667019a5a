-- What an event is part of: 'programme.task-updated' belongs to 'programme'. Derived, so that old rows and their hashes stay as they are.
alter table event add column family text
  generated always as (substr(type, 1, instr(type || '.', '.') - 1)) virtual;

-- Every index ends with the row's id: both also answer "after this id" and "the newest".
create index event_by_family on event (family);
create index event_by_subject on event (subject);

-- Commands that were carried out: whoever sends one again is answered with what it led to the first time.
create table command (
  key text primary key,
  fingerprint text not null,
  first_event integer not null references event (id),
  last_event integer not null references event (id)
) strict, without rowid;
