create schema program;
grant usage on schema program to vafa_app;

-- Programs that are being worked on. base is what was live when the draft was made, as a file: a
-- draft is published only over what it was made from, or after it was carried over the changes.
create table program.draft (
  club_id      uuid not null,
  name         text not null check (name ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
  state        text not null check (state in ('OPEN', 'SCHEDULED', 'WAITING', 'PUBLISHED')),
  file         text not null,
  base         text not null,
  go_live_at   timestamptz,
  rebase       boolean not null default false,
  reason       text,
  problem      text,
  scheduled_by text,
  changed_by   text not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (club_id, name),
  check ((state in ('SCHEDULED', 'WAITING')) = (go_live_at is not null)),
  check ((state = 'WAITING') = (problem is not null))
);
select installation.protect('program', 'draft');

create index draft_due on program.draft (club_id, go_live_at) where state = 'SCHEDULED';

-- Every program there was, whole. effective_from is the moment from which on activity is judged by
-- it: the time that was set, even when it was put into force later.
create table program.version (
  club_id        uuid not null,
  number         int not null check (number > 0),
  id             uuid not null,
  kind           text not null check (kind in ('PUBLISHED', 'SINGLE_CHANGES', 'ROLLED_BACK')),
  file           text not null,
  draft          text,
  of_number      int,
  reason         text not null,
  made_by        text not null,
  made_at        timestamptz not null,
  effective_from timestamptz not null,
  primary key (club_id, number),
  check ((kind = 'ROLLED_BACK') = (of_number is not null))
);
select installation.protect_append_only('program', 'version');
