create schema api;

-- Keys of requests that were answered. Status and answer come in the same transaction as the key,
-- so a row that others see is complete.
create table api.idempotency (
  club_id    uuid        not null,
  key        text        not null,
  hash       uuid        not null,
  status     smallint,
  body       text,
  location   text,
  created_at timestamptz not null,
  primary key (club_id, key)
);
create index idempotency_age on api.idempotency using brin (created_at);

select installation.protect('api', 'idempotency');
-- Old keys of all clubs are forgotten together.
create policy installation_sweeps on api.idempotency for delete
  using ((select installation.is_installation()));
create policy installation_reads on api.idempotency for select
  using ((select installation.is_installation()));
