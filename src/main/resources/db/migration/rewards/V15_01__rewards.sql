-- Rewards: what points become. Amounts are whole minor units.
create schema rewards;

create table rewards.reward (
  club_id    uuid        not null,
  id         uuid        not null,
  code       text        not null check (length(code) between 1 and 40),
  state      text        not null check (state in ('DRAFT', 'LIVE', 'ENDED')),
  version    int         not null check (version >= 0),
  draft      jsonb,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text        not null,
  primary key (club_id, id),
  unique (club_id, code)
);
select installation.protect('rewards', 'reward');

-- Published terms never change: a voucher names the version it was made by.
create table rewards.version (
  club_id      uuid        not null,
  reward_id    uuid        not null,
  version      int         not null check (version > 0),
  terms        jsonb       not null,
  published_by text        not null,
  published_at timestamptz not null,
  primary key (club_id, reward_id, version),
  foreign key (club_id, reward_id) references rewards.reward (club_id, id)
);
select installation.protect_append_only('rewards', 'version');

-- What is taken of a reward's stock and of a session's places. The row is the lock of the last piece.
create table rewards.taken (
  club_id   uuid   not null,
  reward_id uuid   not null,
  session   text   not null,
  since     date   not null,
  pieces    bigint not null check (pieces >= 0),
  primary key (club_id, reward_id, session, since)
) with (fillfactor = 80);
select installation.protect('rewards', 'taken');

create table rewards.claim (
  club_id    uuid        not null,
  member_id  uuid        not null,
  id         uuid        not null,
  reward_id  uuid        not null,
  version    int         not null,
  quantity   bigint      not null check (quantity > 0),
  session    text        not null,
  unit       smallint,
  units      bigint      not null check (units >= 0),
  money      bigint      not null check (money >= 0),
  state      text        not null
             check (state in ('requested', 'fulfilled', 'failed', 'revoked', 'expired')),
  hold_id    uuid,
  since      date        not null,
  claimed_at timestamptz not null,
  due_at     timestamptz,
  primary key (club_id, member_id, id),
  unique (club_id, id),
  check ((units = 0) = (unit is null)),
  check (due_at is null or state = 'requested')
);
create index claim_due on rewards.claim (club_id, due_at) where due_at is not null;
create index claim_of_reward on rewards.claim (club_id, reward_id, id);
select installation.protect('rewards', 'claim');

-- What became of a claim, with who and when, and what of its points came back.
create table rewards.claim_step (
  club_id  uuid        not null,
  claim_id uuid        not null,
  id       uuid        not null,
  state    text        not null,
  at       timestamptz not null,
  actor    text        not null,
  reason   text,
  usable   bigint      not null check (usable >= 0),
  expired  bigint      not null check (expired >= 0),
  primary key (club_id, claim_id, id)
);
select installation.protect_append_only('rewards', 'claim_step');

-- Codes that are made in the background.
create table rewards.batch (
  club_id    uuid        not null,
  id         uuid        not null,
  reward_id  uuid        not null,
  version    int         not null,
  wanted     bigint      not null check (wanted > 0),
  made       bigint      not null check (made between 0 and wanted),
  active     boolean     not null,
  expires_at timestamptz,
  made_by    text        not null,
  made_at    timestamptz not null,
  primary key (club_id, id)
);
create index batch_open on rewards.batch (club_id, id) where made < wanted;
select installation.protect('rewards', 'batch');

-- States: 1 issued, 2 active, 3 reserved, 4 partially redeemed, 5 redeemed, 6 expired, 7 cancelled,
-- 8 blocked. code is what is compared, shown what people read. given_by is the purchase or event that
-- gave it, used_by the purchase that used it last.
create table rewards.voucher (
  club_id        uuid        not null,
  id             uuid        not null,
  reward_id      uuid        not null,
  member_id      uuid,
  claim_id       uuid,
  batch_id       uuid,
  given_by       uuid,
  used_by        uuid,
  left_over      bigint      not null check (left_over >= 0),
  issued_at      timestamptz not null,
  expires_at     timestamptz,
  reserved_until timestamptz,
  version        int         not null,
  state          smallint    not null check (state between 1 and 8),
  code           text        not null,
  shown          text        not null,
  reserved_for   text,
  primary key (club_id, id),
  check (state <> 5 or left_over = 0),
  check ((state = 3) = (reserved_until is not null))
) with (fillfactor = 90);
create unique index voucher_code on rewards.voucher (club_id, code);
create index voucher_of_member on rewards.voucher (club_id, member_id, id)
  where member_id is not null;
create index voucher_of_claim on rewards.voucher (club_id, claim_id) where claim_id is not null;
create index voucher_of_batch on rewards.voucher (club_id, batch_id, id) where batch_id is not null;
create index voucher_free on rewards.voucher (club_id, reward_id, id) where state = 1;
create index voucher_due on rewards.voucher (club_id, expires_at)
  where expires_at is not null and state in (1, 2, 3, 4, 8);
select installation.protect('rewards', 'voucher');

-- What became of a voucher, with who and when.
create table rewards.voucher_step (
  club_id    uuid        not null,
  voucher_id uuid        not null,
  id         uuid        not null,
  what       text        not null,
  amount     bigint      not null,
  document   uuid,
  at         timestamptz not null,
  actor      text,
  reason     text,
  primary key (club_id, voucher_id, id)
);
select installation.protect_append_only('rewards', 'voucher_step');

-- Cards of holes: so many stamps of a unit become a reward.
create table rewards.stamp_card (
  club_id    uuid        not null,
  id         uuid        not null,
  code       text        not null check (length(code) between 1 and 40),
  unit       smallint    not null,
  holes      bigint      not null check (holes between 1 and 1000),
  names      jsonb       not null,
  reward     text        not null,
  carries    boolean     not null,
  days       int         check (days > 0),
  state      text        not null check (state in ('LIVE', 'ENDED')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text        not null,
  primary key (club_id, id),
  unique (club_id, code)
);
create unique index stamp_card_of_unit on rewards.stamp_card (club_id, unit) where state = 'LIVE';
select installation.protect('rewards', 'stamp_card');
