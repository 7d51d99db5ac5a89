create schema earning;
grant usage on schema earning to vafa_app;

-- Idempotency keys of purchases, returns and events, written in the commit of what they name.
create table earning.key (
  club_id    uuid not null,
  key        text not null,
  input_hash uuid not null,
  subject    uuid not null,
  created_at timestamptz not null,
  primary key (club_id, key)
);
select installation.protect('earning', 'key');

-- The last business day whose birthdays and timed rules were looked at.
create table earning.daily (
  club_id uuid primary key,
  day     date not null
);
select installation.protect('earning', 'daily');
