create schema if not exists operations;

-- How far each import has come: one row per file and options, brought up to date after each chunk,
-- so that an import that was stopped goes on from there.
create table operations.import_run (
  club_id       uuid not null,
  id            uuid not null,
  file          text not null,
  started_at    timestamptz not null,
  updated_at    timestamptz not null,
  finished_at   timestamptz,
  refused_bytes bigint not null check (refused_bytes >= 0),
  rows          bigint not null check (rows >= 0),
  purchases     bigint not null,
  returns       bigint not null,
  members       bigint not null,
  cards         bigint not null,
  branches      bigint not null,
  repeated      bigint not null,
  refused       bigint not null,
  primary key (club_id, id)
);
select installation.protect('operations', 'import_run');
