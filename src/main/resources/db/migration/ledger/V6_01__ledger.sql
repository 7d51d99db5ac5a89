-- The books. Amounts are whole minor units; numbers of kinds, accounts and units are given out by
-- the application and never change their meaning. Few indexes on purpose: every sale writes here.
create schema ledger;

-- The journal: one row moves an amount from one account to another, so it always balances.
-- Accounts: 1 issued, 2 pending, 3 active, 4 held, 5 spent, 6 expired, 7 reversed, 8 owed,
-- 9 transferred.
create table ledger.entry (
  club_id          uuid        not null,
  member_id        uuid        not null,
  id               uuid        not null,
  lot_id           uuid,
  cause_id         uuid        not null,
  undoes           uuid,
  campaign         uuid,
  amount           bigint      not null check (amount > 0),
  balance          bigint      not null check (balance >= 0),
  at               timestamptz not null,
  posted_at        timestamptz not null,
  campaign_version integer,
  unit             smallint    not null,
  kind             smallint    not null,
  from_account     smallint    not null,
  to_account       smallint    not null,
  cause_kind       smallint    not null,
  rule             text,
  actor            text,
  reason           text,
  primary key (club_id, member_id, id),
  -- Only a debt is made without a lot.
  constraint entry_lot check (lot_id is not null or from_account = 8),
  -- Kind and accounts as the digits of one number: 1·13 is an accrual from issued to active.
  constraint entry_move check (kind * 100 + from_account * 10 + to_account in (
    112, 113,           -- accrual: issued to pending or active
    235,                -- redemption: active to spent
    326, 336,           -- expiration: pending or active to expired
    423,                -- activation: pending to active
    527, 537, 587,      -- clawback: pending, active or owed to reversed
    653,                -- reversal: spent to active
    713, 737,           -- adjustment: issued to active, active to reversed
    893,                -- transfer in: transferred to active
    939,                -- transfer out: active to transferred
    1034,               -- hold: active to held
    1145,               -- capture: held to spent
    1243,               -- release: held to active
    1338,               -- settlement: active to owed
    1463))              -- reinstatement: expired to active
);
select installation.protect_append_only('ledger', 'entry');

-- One award and where it went. due_at is when the schedule must look at it next.
create table ledger.lot (
  club_id          uuid        not null,
  member_id        uuid        not null,
  id               uuid        not null,
  cause_id         uuid        not null,
  campaign         uuid,
  issued           bigint      not null check (issued > 0),
  pending          bigint      not null check (pending >= 0),
  active           bigint      not null check (active >= 0),
  held             bigint      not null check (held >= 0),
  spent            bigint      not null check (spent >= 0),
  expired          bigint      not null check (expired >= 0),
  reversed         bigint      not null check (reversed >= 0),
  at               timestamptz not null,
  available_at     timestamptz,
  expires_at       timestamptz,
  due_at           timestamptz,
  campaign_version integer,
  unit             smallint    not null,
  cause_kind       smallint    not null,
  rule             text,
  awaits           text,
  primary key (club_id, member_id, id),
  constraint lot_sum check (issued = pending + active + held + spent + expired + reversed)
) with (fillfactor = 90);
create index lot_due on ledger.lot (club_id, due_at) where due_at is not null;
select installation.protect('ledger', 'lot');

-- What a member has of a unit. last_entry is the newest entry: it orders the journal of the wallet
-- and tells a writer whether somebody else wrote since it looked.
create table ledger.wallet (
  club_id    uuid     not null,
  member_id  uuid     not null,
  unit       smallint not null,
  active     bigint   not null check (active >= 0),
  pending    bigint   not null check (pending >= 0),
  held       bigint   not null check (held >= 0),
  owed       bigint   not null check (owed >= 0),
  expires_at timestamptz,
  due_at     timestamptz,
  last_entry uuid,
  primary key (club_id, member_id, unit),
  constraint wallet_debt check (owed = 0 or active = 0)
) with (fillfactor = 80);
create index wallet_due on ledger.wallet (club_id, due_at) where due_at is not null;
select installation.protect('ledger', 'wallet');

-- Value set aside. States: 1 open, 2 captured, 3 released, 4 expired.
create table ledger.hold (
  club_id    uuid        not null,
  id         uuid        not null,
  member_id  uuid        not null,
  unit       smallint    not null,
  amount     bigint      not null check (amount > 0),
  captured   bigint      not null check (captured >= 0),
  released   bigint      not null check (released >= 0),
  state      smallint    not null check (state between 1 and 4),
  at         timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz,
  primary key (club_id, id),
  constraint hold_ends_whole check (
    (state = 1 and captured = 0 and released = 0 and ended_at is null)
    or (state > 1 and captured + released = amount and ended_at is not null))
);
create index hold_open on ledger.hold (club_id, expires_at) where state = 1;
create index hold_member on ledger.hold (club_id, member_id) where state = 1;
select installation.protect('ledger', 'hold');

create table ledger.hold_part (
  club_id  uuid     not null,
  hold_id  uuid     not null,
  position smallint not null,
  lot_id   uuid     not null,
  amount   bigint   not null check (amount > 0),
  primary key (club_id, hold_id, position)
);
select installation.protect_append_only('ledger', 'hold_part');

-- What each proof of the books found.
create table ledger.verification (
  club_id    uuid        not null,
  started_at timestamptz not null,
  took_ms    bigint      not null,
  entries    bigint      not null,
  holds_true boolean     not null,
  findings   text        not null,
  primary key (club_id, started_at)
);
select installation.protect_append_only('ledger', 'verification');
