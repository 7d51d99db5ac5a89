-- Settlement: what the shops of a coalition owe each other for the units they gave and took.
create schema settlement;

-- What the coalition asks and pays for a unit, from a day on. No version is ever changed.
create table settlement.price_list (
  club_id    uuid        not null,
  version    int         not null check (version > 0),
  valid_from date        not null,
  made_at    timestamptz not null,
  actor      text        not null,
  prices     text        not null,
  primary key (club_id, version)
);
select installation.protect_append_only('settlement', 'price_list');

-- A partner from a day on: which branches and rewards are its, and how it settles.
create table settlement.partner (
  club_id    uuid        not null,
  code       text        not null check (code ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
  version    int         not null check (version > 0),
  valid_from date        not null,
  made_at    timestamptz not null,
  actor      text        not null,
  terms      text        not null,
  primary key (club_id, code, version)
);
select installation.protect_append_only('settlement', 'partner');

-- How far the journal was read: everything up to a transaction, and of the next stretch of
-- transactions up to an entry of a member.
create table settlement.reading (
  club_id   uuid   primary key,
  done      bigint not null,
  below     bigint not null,
  member_id uuid   not null,
  entry_id  uuid   not null
);
select installation.protect('settlement', 'reading');

-- An entry of the journal as the settlement sees it. Kinds: 1 issued, 2 taken back, 3 expired,
-- 4 spent, 5 given back. day is on whose account it stands, price_day whose prices it has.
-- A correction has the movement it corrects and may be below zero.
create table settlement.movement (
  club_id   uuid        not null,
  place     text        not null,
  unit      smallint    not null,
  what      smallint    not null check (what between 1 and 5),
  day       date        not null,
  id        uuid        not null,
  member_id uuid        not null,
  document  uuid        not null,
  counter   text        not null,
  price_day date        not null,
  at        timestamptz not null,
  amount    bigint      not null check (amount <> 0),
  corrects  uuid,
  primary key (club_id, place, unit, what, day, id)
);
create unique index movement_by_id on settlement.movement (club_id, id);
select installation.protect_append_only('settlement', 'movement');

-- The movements of a day added up.
create table settlement.day_sum (
  club_id   uuid     not null,
  day       date     not null,
  place     text     not null,
  counter   text     not null,
  unit      smallint not null,
  what      smallint not null,
  price_day date     not null,
  amount    bigint   not null,
  primary key (club_id, day, place, counter, unit, what, price_day)
);
select installation.protect('settlement', 'day_sum');

-- A closed period and its statement, which stays as it is.
create table settlement.statement (
  club_id   uuid        not null,
  number    int         not null check (number > 0),
  first_day date        not null,
  last_day  date        not null,
  closed_at timestamptz not null,
  closed_by text        not null,
  document  text        not null,
  primary key (club_id, number),
  check (last_day >= first_day)
);
select installation.protect_append_only('settlement', 'statement');

-- Money that came into the kitty from a partner, or went from it to one when it is below zero.
create table settlement.payment (
  club_id uuid        not null,
  id      uuid        not null,
  partner text        not null,
  day     date        not null,
  amount  bigint      not null check (amount <> 0),
  unit    smallint,
  units   bigint,
  note    text,
  made_at timestamptz not null,
  actor   text        not null,
  primary key (club_id, id),
  check ((unit is null) = (units is null))
);
create index payment_of_partner on settlement.payment (club_id, partner, id);
select installation.protect_append_only('settlement', 'payment');

-- A movement that a partner does not accept, and what became of that.
create table settlement.dispute (
  club_id     uuid        not null,
  id          uuid        not null,
  movement_id uuid        not null,
  partner     text        not null,
  reason      text        not null,
  raised_at   timestamptz not null,
  raised_by   text        not null,
  state       text        not null check (state in ('OPEN', 'ACCEPTED', 'REJECTED')),
  branch      text,
  answer      text,
  decided_at  timestamptz,
  decided_by  text,
  primary key (club_id, id),
  check ((state = 'OPEN') = (decided_at is null))
);
create unique index dispute_of_movement on settlement.dispute (club_id, movement_id)
  where state <> 'REJECTED';
select installation.protect('settlement', 'dispute');
