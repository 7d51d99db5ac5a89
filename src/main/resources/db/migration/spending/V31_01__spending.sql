create schema spending;

-- How careful a club is when members spend. A club without a row asks for nothing and lets tills
-- spend nothing without network.
create table spending.policy (
  club_id       uuid        primary key,
  confirm       text        not null check (confirm in ('never', 'above', 'always')),
  above         bigint      check (above > 0),
  offline_hours integer     not null check (offline_hours between 0 and 168),
  offline_units jsonb       not null,
  beyond        text        not null check (beyond in ('owe', 'refuse')),
  changed_at    timestamptz not null,
  changed_by    text        not null,
  check ((confirm = 'above') = (above is not null))
);

-- What allowances and codes are signed with.
create table spending.signing_key (
  club_id uuid        primary key,
  key     bytea       not null,
  made_at timestamptz not null
);

-- What was spent of an allowance, in minor units; the allowance itself is with the till.
create table spending.allowance_use (
  club_id   uuid   not null,
  allowance uuid   not null,
  unit      text   not null,
  spent     bigint not null check (spent > 0),
  primary key (club_id, allowance, unit)
);

-- Asking a member whether it is really they who spend. The code is made from the id and the club's
-- key, so that the member's pages can show it; the amount is money, in minor units.
create table spending.confirmation (
  club_id      uuid        not null,
  id           uuid        not null,
  member_id    uuid        not null,
  amount       bigint      not null check (amount > 0),
  place        text        not null,
  tries        integer     not null default 0 check (tries >= 0),
  asked_at     timestamptz not null,
  asked_by     text        not null,
  sent         boolean     not null,
  confirmed_at timestamptz,
  confirmed_by text,
  used_by      uuid,
  primary key (club_id, id),
  check (used_by is null or confirmed_at is not null)
);
create index confirmation_of_member on spending.confirmation (club_id, member_id, asked_at);

-- Sales that tills could not book when they sent them, for the owner to deal with. What was sent is
-- forgotten once that is done.
create table spending.unbooked (
  club_id     uuid        not null,
  id          uuid        not null,
  number      text        not null check (length(number) between 1 and 100),
  who         text        not null,
  total       bigint      not null,
  sale        text,
  code        text        not null,
  reason      text        not null,
  occurred_at timestamptz not null,
  reported_at timestamptz not null,
  reported_by text        not null,
  state       text        not null check (state in ('open', 'booked', 'dropped', 'mended')),
  note        text        not null default '',
  done_at     timestamptz,
  done_by     text,
  primary key (club_id, id),
  unique (club_id, number),
  check ((state = 'open') = (done_at is null)),
  check (state <> 'open' or sale is not null)
);
create index unbooked_open on spending.unbooked (club_id, id) where state = 'open';

select installation.protect('spending', 'policy');
select installation.protect('spending', 'signing_key');
select installation.protect('spending', 'allowance_use');
select installation.protect('spending', 'confirmation');
select installation.protect('spending', 'unbooked');
