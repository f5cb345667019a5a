-- The token a device had before the present one goes on working until then, so that a new one can be brought to the field in peace.
alter table device add column previous_token_hash text;
alter table device add column previous_token_until integer;
