-- Gift cards: money that somebody paid in and whoever knows the code may spend. It is no member's
-- and stands in no wallet, so it has a journal of its own, kept like the books of members.

-- A card. Its code is nowhere: only the hash of it, and the last four signs to tell it by.
create table cards.gift_card (
  club_id      uuid        not null,
  id           uuid        not null,
  code_hash    text        not null check (length(code_hash) = 64),
  last_four    text        not null check (length(last_four) = 4),
  state        text        not null
               check (state in ('issued', 'active', 'blocked', 'expired', 'replaced')),
  face         bigint      not null check (face >= 0),
  -- What was paid in, less what was paid out or moved away again; the rest of it was spent.
  funded       bigint      not null check (funded >= 0),
  balance      bigint      not null check (balance >= 0),
  entries      integer     not null check (entries >= 0),
  valid_months integer     check (valid_months between 1 and 1200),
  batch        uuid,
  external_id  text,
  issued_at    timestamptz not null,
  activated_at timestamptz,
  expires_at   timestamptz,
  replaced_by  uuid,
  primary key (club_id, id),
  unique (club_id, code_hash),
  constraint gift_card_within check (balance <= funded),
  constraint gift_card_ended check (state in ('active', 'blocked') or balance = 0),
  constraint gift_card_replaced check ((state = 'replaced') = (replaced_by is not null))
) with (fillfactor = 90);
create unique index gift_card_external on cards.gift_card (club_id, external_id)
  where external_id is not null;
create index gift_card_batch on cards.gift_card (club_id, batch, id) where batch is not null;
create index gift_card_due on cards.gift_card (club_id, expires_at)
  where expires_at is not null and balance > 0;
select installation.protect('cards', 'gift_card');

-- The journal: each row moves money from one account to another.
-- Accounts: 1 paid in, 2 on the card, 3 spent, 4 expired, 5 moved, 6 paid out.
create table cards.gift_entry (
  club_id      uuid        not null,
  card_id      uuid        not null,
  seq          integer     not null check (seq > 0),
  amount       bigint      not null check (amount > 0),
  balance      bigint      not null check (balance >= 0),
  at           timestamptz not null,
  posted_at    timestamptz not null,
  kind         smallint    not null,
  from_account smallint    not null,
  to_account   smallint    not null,
  cause_kind   smallint    not null,
  cause_id     uuid        not null,
  actor        text,
  reason       text,
  primary key (club_id, card_id, seq),
  -- Kind and accounts as the digits of one number.
  constraint gift_entry_move check (kind * 100 + from_account * 10 + to_account in (
    112,   -- activation: paid in
    212,   -- top-up: paid in
    323,   -- spending: to spent
    432,   -- refund: back from spent
    524,   -- expiration: to expired
    625,   -- transfer out: moved away
    752,   -- transfer in: moved here
    826))  -- withdrawal: paid out, when the sale of the card is undone
);
select installation.protect_append_only('cards', 'gift_entry');
