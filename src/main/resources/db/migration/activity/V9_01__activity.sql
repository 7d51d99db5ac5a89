create schema activity;
grant usage on schema activity to vafa_app;

-- One row per purchase. A purchase is a document that never changes once it is recorded: its lines
-- and the way it was decided are kept with it, its returns are rows of their own.
create table activity.purchase (
  club_id         uuid not null,
  id              uuid not null,
  member_id       uuid,
  occurred_at     timestamptz not null,
  recorded_at     timestamptz not null,
  total           bigint not null check (total >= 0),
  discount        bigint not null check (discount between 0 and total),
  paid_by_wallets bigint not null check (paid_by_wallets between 0 and total - discount),
  program         bigint not null,
  source          text not null,
  external_id     text not null,
  input_hash      uuid not null,
  branch          text,
  terminal        text,
  staff           text,
  lines           text not null,
  detail          text not null,
  primary key (club_id, id),
  unique (club_id, source, external_id)
);
create index purchase_of_member on activity.purchase (club_id, member_id, occurred_at)
  where member_id is not null;
select installation.protect_append_only('activity', 'purchase');

-- Goods that came back, by line of the purchase.
create table activity.return (
  club_id     uuid not null,
  id          uuid not null,
  purchase_id uuid not null,
  member_id   uuid,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  refund      bigint not null check (refund >= 0),
  source      text not null,
  external_id text not null,
  input_hash  uuid not null,
  lines       text not null,
  detail      text not null,
  primary key (club_id, purchase_id, id),
  unique (club_id, source, external_id),
  foreign key (club_id, purchase_id) references activity.purchase
);
select installation.protect_append_only('activity', 'return');

-- Custom events, and those Vafa raises itself: enrolment, birthday, time.
create table activity.event (
  club_id     uuid not null,
  id          uuid not null,
  member_id   uuid,
  type        text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  program     bigint not null,
  source      text not null,
  external_id text not null,
  input_hash  uuid not null,
  attributes  text not null,
  detail      text not null,
  primary key (club_id, id),
  unique (club_id, source, external_id)
);
create index event_of_member on activity.event (club_id, member_id, occurred_at)
  where member_id is not null;
select installation.protect_append_only('activity', 'event');

create table activity.event_type (
  club_id    uuid not null,
  code       text not null check (code ~ '^[a-z][a-z0-9_.-]{0,63}$'),
  names      jsonb not null,
  attributes jsonb not null,
  primary key (club_id, code)
);
select installation.protect('activity', 'event_type');

-- What a member's purchases sum to. One row per member, written with each purchase.
create table activity.total (
  club_id   uuid not null,
  member_id uuid not null,
  visits    bigint not null check (visits >= 0),
  spent     bigint not null,
  first_at  timestamptz,
  last_at   timestamptz,
  primary key (club_id, member_id)
) with (fillfactor = 80);
select installation.protect('activity', 'total');
