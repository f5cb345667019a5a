-- Who may come in: accounts, sessions, invitations, paired displays. Only hashes of what opens a door; small, read whole at start.
create table access_record (
  kind text not null,
  id text not null,
  body text not null,
  primary key (kind, id)
) strict, without rowid;
