create schema referrals;
grant usage on schema referrals to vafa_app;

-- The codes members give to friends. A merged member's code goes on leading to the survivor, who
-- keeps showing the own one.
create table referrals.code (
  club_id   uuid not null,
  code      text not null check (code ~ '^[2-9A-HJ-NP-Z]{8}$'),
  member_id uuid not null,
  shown     boolean not null,
  made_at   timestamptz not null,
  primary key (club_id, code)
);
create unique index code_of_member on referrals.code (club_id, member_id) where shown;
select installation.protect('referrals', 'code');

-- Who brought whom along. A friend has one advocate at most, for good.
create table referrals.referral (
  club_id     uuid not null,
  id          uuid not null,
  friend_id   uuid not null,
  advocate_id uuid not null,
  state       text not null
              check (state in ('open', 'blocked', 'qualified', 'returned', 'cancelled', 'left')),
  joined_at   timestamptz not null,
  terminal    text,
  signals     text[] not null,
  score       integer not null check (score >= 0),
  cleared     boolean not null default false,
  purchase_id uuid,
  event_id    uuid,
  primary key (club_id, id),
  unique (club_id, friend_id),
  check (friend_id <> advocate_id),
  check ((purchase_id is null) = (event_id is null)),
  check ((state in ('qualified', 'returned')) = (event_id is not null))
);
create index referral_of_advocate on referrals.referral (club_id, advocate_id, joined_at);
create index referral_by_state on referrals.referral (club_id, state, id);
create index referral_by_purchase on referrals.referral (club_id, purchase_id)
  where purchase_id is not null;
select installation.protect('referrals', 'referral');

-- What became of a referral, who did it and why.
create table referrals.step (
  club_id     uuid not null,
  referral_id uuid not null,
  id          uuid not null,
  state       text not null,
  at          timestamptz not null,
  actor       text not null,
  reason      text,
  primary key (club_id, referral_id, id),
  foreign key (club_id, referral_id) references referrals.referral
);
select installation.protect_append_only('referrals', 'step');

-- The club's settings for referrals; the latest holds.
create table referrals.setting (
  club_id  uuid not null,
  id       uuid not null,
  settings jsonb not null,
  at       timestamptz not null,
  actor    text not null,
  primary key (club_id, id)
);
select installation.protect_append_only('referrals', 'setting');
