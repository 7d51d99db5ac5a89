create schema access;

create table access.staff (
  club_id    uuid        not null,
  id         uuid        not null,
  login      text        not null check (login ~ '^[a-z0-9][a-z0-9._-]{0,59}$'),
  name       text        not null check (length(name) between 1 and 200),
  role       text        not null check (role in ('owner', 'manager', 'cashier')),
  branch     text,
  language   text        not null check (language in ('en', 'fa', 'ar')),
  state      text        not null check (state in ('active', 'blocked')),
  password   text        not null,
  created_at timestamptz not null,
  primary key (club_id, id),
  unique (club_id, login)
);

-- Logins that are going on. Only the hash of the token is kept.
create table access.session (
  club_id    uuid        not null,
  id         uuid        not null,
  hash       text        not null unique,
  staff_id   uuid        not null,
  created_at timestamptz not null,
  seen_at    timestamptz not null,
  primary key (club_id, id),
  foreign key (club_id, staff_id) references access.staff (club_id, id)
);
create index session_of_staff on access.session (club_id, staff_id);
create index session_age on access.session (seen_at);

create table access.api_key (
  club_id    uuid        not null,
  id         uuid        not null,
  hash       text        not null unique,
  name       text        not null check (length(name) between 1 and 60),
  hint       text        not null,
  scopes     text[]      not null,
  created_by text        not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  used_at    timestamptz,
  revoked_at timestamptz,
  primary key (club_id, id)
);

-- What was changed about staff and keys, by whom; never changed itself.
create table access.audit (
  club_id uuid        not null,
  id      uuid        not null,
  at      timestamptz not null,
  actor   text        not null,
  action  text        not null,
  subject uuid        not null,
  before  jsonb,
  after   jsonb,
  primary key (club_id, id)
);

select installation.protect('access', 'staff');
select installation.protect('access', 'session');
select installation.protect('access', 'api_key');
select installation.protect_append_only('access', 'audit');

-- A token is looked up before it is known which club it belongs to.
create policy installation_reads on access.staff for select
  using ((select installation.is_installation()));
create policy installation_reads on access.session for select
  using ((select installation.is_installation()));
create policy installation_sweeps on access.session for delete
  using ((select installation.is_installation()));
create policy installation_reads on access.api_key for select
  using ((select installation.is_installation()));
