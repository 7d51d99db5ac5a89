-- Coupons beside the condition that names them: who may use them, when and how often.
create table campaigns.coupon (
  club_id     uuid not null,
  id          uuid not null,
  code        text not null check (length(code) between 1 and 40),
  kind        text not null check (kind in ('SHARED', 'UNIQUE')),
  names       jsonb not null,
  valid_from  timestamptz,
  valid_until timestamptz,
  limits      jsonb not null,
  others      int check (others >= 0),
  given_back  boolean not null,
  cancelled   boolean not null,
  created_by  text not null,
  created_at  timestamptz not null,
  primary key (club_id, id),
  unique (club_id, code)
);
select installation.protect('campaigns', 'coupon');

-- Codes made in the background.
create table campaigns.coupon_batch (
  club_id     uuid not null,
  id          uuid not null,
  coupon_id   uuid not null,
  pattern     text not null,
  alphabet    text not null,
  wanted      int not null check (wanted > 0),
  made        int not null check (made between 0 and wanted),
  active      boolean not null,
  valid_until timestamptz,
  created_by  text not null,
  created_at  timestamptz not null,
  finished_at timestamptz,
  primary key (club_id, id),
  foreign key (club_id, coupon_id) references campaigns.coupon
);
select installation.protect('campaigns', 'coupon_batch');
create index coupon_batch_unfinished on campaigns.coupon_batch (club_id, id)
  where finished_at is null;

-- Every code that can be handed in: a coupon's own, and each unique one. States: 1 issued, 2 active,
-- 3 redeemed, 4 cancelled; expired and held are questions of time and no states.
create table campaigns.coupon_code (
  club_id     uuid not null,
  code        text not null,
  coupon_id   uuid not null,
  batch_id    uuid,
  state       smallint not null check (state between 1 and 4),
  member_id   uuid,
  hard        smallint not null check (hard in (0, 1)),
  valid_until timestamptz,
  held_until  timestamptz,
  held_for    text,
  purchase_id uuid,
  primary key (club_id, code),
  foreign key (club_id, coupon_id) references campaigns.coupon,
  check ((state = 3) = (purchase_id is not null))
) with (fillfactor = 90);
select installation.protect('campaigns', 'coupon_code');
create index coupon_code_of_member on campaigns.coupon_code (club_id, member_id)
  where member_id is not null;
create index coupon_code_of_coupon on campaigns.coupon_code (club_id, coupon_id, code);

create table campaigns.redemption (
  club_id     uuid not null,
  purchase_id uuid not null,
  code        text not null,
  coupon_id   uuid not null,
  member_id   uuid not null,
  redeemed_at timestamptz not null,
  primary key (club_id, purchase_id, code)
);
select installation.protect_append_only('campaigns', 'redemption');
create index redemption_of_coupon on campaigns.redemption (club_id, coupon_id, redeemed_at);

create table campaigns.redemption_undone (
  club_id     uuid not null,
  purchase_id uuid not null,
  code        text not null,
  return_id   uuid not null,
  undone_at   timestamptz not null,
  primary key (club_id, purchase_id, code),
  foreign key (club_id, purchase_id, code) references campaigns.redemption
);
select installation.protect_append_only('campaigns', 'redemption_undone');
