create schema clubs;
grant usage on schema clubs to vafa_app;

create table clubs.club (
  club_id           uuid primary key,
  code              text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name              text not null check (length(name) between 1 and 200),
  currency          text not null check (currency ~ '^[A-Z]{3}$'),
  zone              text not null,
  calendar          text not null check (calendar in ('GREGORIAN', 'JALALI', 'HIJRI')),
  language          text not null check (language in ('EN', 'FA', 'AR')),
  region            text not null check (region ~ '^[A-Z]{2}$'),
  wallet_paid_earns boolean not null,
  return_policy     text not null
                    check (return_policy in ('PENDING_ONLY', 'WITHIN_BALANCE', 'MAY_OWE')),
  created_at        timestamptz not null
);
select installation.protect('clubs', 'club');
-- The installation itself must know which clubs there are, before it works for one of them.
create policy installation_reads on clubs.club for select
  using ((select installation.is_installation()));

create table clubs.unit (
  club_id           uuid not null references clubs.club,
  number            smallint not null check (number > 0),
  code              text not null check (code ~ '^[a-z][a-z0-9_-]{0,39}$'),
  kind              text not null check (kind in ('POINTS', 'STAMPS', 'CREDIT', 'STATUS')),
  names             jsonb not null,
  decimals          smallint not null check (decimals between 0 and 6),
  rounding          text not null check (rounding in ('DOWN', 'HALF_UP', 'UP')),
  may_owe           boolean not null,
  worth_numerator   bigint check (worth_numerator > 0),
  worth_denominator bigint check (worth_denominator > 0),
  expiry            jsonb not null,
  waiting           jsonb not null,
  primary key (club_id, number),
  unique (club_id, code),
  check ((worth_numerator is null) = (worth_denominator is null))
);
select installation.protect('clubs', 'unit');

create table clubs.branch (
  club_id    uuid not null references clubs.club,
  code       text not null check (length(code) between 1 and 64),
  name       text not null check (length(name) between 1 and 200),
  created_at timestamptz not null,
  primary key (club_id, code)
);
select installation.protect('clubs', 'branch');

create table clubs.terminal (
  club_id    uuid not null,
  branch     text not null,
  code       text not null check (length(code) between 1 and 64),
  name       text not null check (length(name) between 1 and 200),
  created_at timestamptz not null,
  primary key (club_id, branch, code),
  foreign key (club_id, branch) references clubs.branch
);
select installation.protect('clubs', 'terminal');
