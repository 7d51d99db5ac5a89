create schema tiers;
grant usage on schema tiers to vafa_app;

create table tiers.tier_set (
  club_id    uuid not null,
  code       text not null,
  version    int not null check (version > 0),
  live       boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (club_id, code)
);
select installation.protect('tiers', 'tier_set');

-- How a set was defined, by whom and when; a row without definition says that it was ended.
create table tiers.version (
  club_id    uuid not null,
  set_code   text not null,
  version    int not null check (version > 0),
  definition jsonb,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (club_id, set_code, version),
  foreign key (club_id, set_code) references tiers.tier_set
);
select installation.protect_append_only('tiers', 'version');

-- What counts towards tiers, one row per member, business day and measure, so that any window is a
-- sum over few rows: 0 is money spent, -1 visits, a positive number that unit of the club.
create table tiers.progress (
  club_id   uuid not null,
  member_id uuid not null,
  day       date not null,
  measure   int not null,
  amount    bigint not null,
  primary key (club_id, member_id, day, measure)
) with (fillfactor = 80);
select installation.protect('tiers', 'progress');

-- Where a member stands in all sets, as one document: it is read with each round and written when
-- it changes. due_at is when time alone will change it next; program is what it was judged by.
create table tiers.member (
  club_id   uuid not null,
  member_id uuid not null,
  as_of     date not null,
  due_at    timestamptz,
  program   bigint not null,
  doc       text not null,
  primary key (club_id, member_id)
) with (fillfactor = 70);
create index member_due on tiers.member (club_id, due_at) where due_at is not null;
create index member_program on tiers.member (club_id, program);
select installation.protect('tiers', 'member');

-- Every change of a standing. The row recorded last that begins at or before an instant says which
-- tier held then; until is the last day the tier is kept without anything more.
create table tiers.standing (
  club_id     uuid not null,
  member_id   uuid not null,
  id          uuid not null,
  set_code    text not null,
  tier        text,
  since       timestamptz not null,
  until       text,
  reason      text not null check (reason in ('QUALIFIED', 'KEPT', 'GRACE', 'LOWERED', 'MANUAL',
    'MATCHED', 'IMPORTED', 'RETURNED', 'UNDONE', 'ENDED', 'MERGED')),
  actor       text,
  note        text,
  document    uuid,
  recorded_at timestamptz not null,
  primary key (club_id, member_id, id)
);
select installation.protect_append_only('tiers', 'standing');

-- How far the members' past was counted when sets began to count these measures.
create table tiers.counting (
  club_id  uuid not null,
  measures text not null,
  after    uuid not null,
  done     boolean not null,
  primary key (club_id)
);
select installation.protect('tiers', 'counting');
