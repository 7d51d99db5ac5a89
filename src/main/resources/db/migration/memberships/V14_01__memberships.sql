create schema memberships;

create table memberships.plan (
  club_id    uuid        not null,
  id         uuid        not null,
  code       text        not null,
  state      text        not null check (state in ('draft', 'live', 'ended')),
  version    integer     not null check (version >= 0),
  terms      jsonb       not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (club_id, id),
  unique (club_id, code)
);

-- What a plan said from when on. A period that was paid keeps the version it was paid under.
create table memberships.plan_version (
  club_id uuid        not null,
  plan_id uuid        not null,
  version integer     not null check (version > 0),
  terms   jsonb       not null,
  actor   text        not null,
  at      timestamptz not null,
  primary key (club_id, plan_id, version),
  foreign key (club_id, plan_id) references memberships.plan (club_id, id)
);

-- A membership as it stands; how it came to be so is in change. Days are business days of the club,
-- ends is the first one not covered any more. covered_until says until when benefits hold whatever
-- the schedule does, due_at when something happens by itself next. begins and version repeat the
-- running period's, so that a sale learns all it needs from this one row.
create table memberships.membership (
  club_id       uuid        not null,
  id            uuid        not null,
  member_id     uuid        not null,
  plan_id       uuid        not null,
  state         text        not null check (state in
    ('pending', 'trial', 'active', 'past_due', 'paused', 'expired', 'cancelled')),
  trial         boolean     not null,
  period        integer     not null check (period > 0),
  begins        date        not null,
  version       integer     not null,
  anchor        date        not null,
  steps         integer     not null check (steps >= 0),
  ahead         boolean     not null,
  tries         integer     not null check (tries >= 0),
  grace_ends    date,
  paused_on     date,
  pause_ends    date,
  paused_days   integer     not null check (paused_days >= 0),
  ending        boolean     not null,
  refund        bigint      not null check (refund >= 0),
  joined_at     timestamptz not null,
  covered_until timestamptz,
  due_at        timestamptz,
  primary key (club_id, id),
  foreign key (club_id, plan_id) references memberships.plan (club_id, id),
  check ((state = 'past_due') = (grace_ends is not null)),
  check ((state = 'paused') = (pause_ends is not null)),
  check ((pause_ends is null) = (paused_on is null)),
  check (state not in ('expired', 'cancelled') or (covered_until is null and due_at is null))
);
create unique index membership_once on memberships.membership (club_id, member_id, plan_id)
  where state not in ('expired', 'cancelled');
create index membership_of_member on memberships.membership (club_id, member_id);
create index membership_due on memberships.membership (club_id, due_at) where due_at is not null;

-- What each period cost and what it gave: discounts, and units at their worth.
create table memberships.period (
  club_id       uuid    not null,
  membership_id uuid    not null,
  number        integer not null check (number > 0),
  begins        date    not null,
  ends          date    not null check (ends > begins),
  version       integer not null,
  trial         boolean not null,
  fee           bigint  not null check (fee >= 0),
  paid          bigint  not null check (paid in (0, fee)),
  discounts     bigint  not null default 0,
  worth         bigint  not null default 0,
  sales         bigint  not null default 0,
  primary key (club_id, membership_id, number),
  foreign key (club_id, membership_id) references memberships.membership (club_id, id)
);

-- Payments as they were reported. The key is what makes a payment count once, however often and by
-- how many at once it is reported.
create table memberships.payment (
  club_id       uuid        not null,
  paid_by       text        not null,
  reference     text        not null,
  result        text        not null check (result in ('succeeded', 'failed')),
  membership_id uuid        not null,
  number        integer     not null,
  amount        bigint      not null check (amount >= 0),
  actor         text        not null,
  at            timestamptz not null,
  primary key (club_id, paid_by, reference, result),
  foreign key (club_id, membership_id) references memberships.membership (club_id, id)
);

create table memberships.change (
  club_id       uuid        not null,
  membership_id uuid        not null,
  id            uuid        not null,
  kind          text        not null,
  state         text        not null,
  amount        bigint,
  actor         text        not null,
  at            timestamptz not null,
  primary key (club_id, membership_id, id),
  foreign key (club_id, membership_id) references memberships.membership (club_id, id)
);

-- How often a limited entitlement was used in the stretch of time that began on a day.
create table memberships.used (
  club_id       uuid   not null,
  membership_id uuid   not null,
  entitlement   text   not null,
  since         date   not null,
  uses          bigint not null check (uses >= 0),
  primary key (club_id, membership_id, entitlement, since),
  foreign key (club_id, membership_id) references memberships.membership (club_id, id)
);

-- Uses that were reported by name: the document counts once, and can be taken back once.
create table memberships.use (
  club_id       uuid        not null,
  membership_id uuid        not null,
  entitlement   text        not null,
  document      text        not null,
  back          boolean     not null,
  since         date        not null,
  actor         text        not null,
  at            timestamptz not null,
  primary key (club_id, membership_id, entitlement, document, back),
  foreign key (club_id, membership_id) references memberships.membership (club_id, id)
);

select installation.protect('memberships', 'plan');
select installation.protect_append_only('memberships', 'plan_version');
select installation.protect('memberships', 'membership');
select installation.protect('memberships', 'period');
select installation.protect_append_only('memberships', 'payment');
select installation.protect_append_only('memberships', 'change');
select installation.protect('memberships', 'used');
select installation.protect_append_only('memberships', 'use');
