create schema replay;
grant usage on schema replay to vafa_app;

-- One row per replay: what was asked for with every definition spelled out, how far it is, and what
-- came of it. It is no history of the club: it can be thrown away.
create table replay.run (
  club_id    uuid not null,
  id         uuid not null,
  state      text not null
    check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'INTERRUPTED')),
  asked      text not null,
  asked_by   text not null,
  asked_at   timestamptz not null,
  started_at timestamptz,
  ended_at   timestamptz,
  seen_at    timestamptz,
  done       bigint not null check (done >= 0),
  total      bigint not null check (total >= 0),
  failure    text,
  result     text,
  primary key (club_id, id),
  check ((state = 'DONE') = (result is not null))
);
create index run_that_is_open on replay.run (club_id, id) where state in ('WAITING', 'RUNNING');
select installation.protect('replay', 'run');
