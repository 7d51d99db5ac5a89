-- An award and the entry that made it are one row: nine of ten entries make an award, and each was
-- written twice. What made it is kept beside what became of it, and may not be changed; only where
-- the award stands now may. Awards of before have their entries among the movements.
alter table ledger.entry rename to movement;

alter table ledger.lot
  add column undoes     uuid,
  add column balance    bigint check (balance >= 0),
  add column posted_at  timestamptz,
  add column written    bigint,
  add column entry_kind smallint,
  add column began      smallint,
  add column actor      text,
  add column reason     text,
  -- Kind and first account as two digits: an accrual, a correction or a transfer that came in. It
  -- is as whole as a movement, or has none of it.
  add constraint lot_entry check (
    (entry_kind is null and num_nulls(began, balance, posted_at, written) = 4)
    or (entry_kind * 10 + began in (12, 13, 73, 83)
      and num_nulls(balance, posted_at, written) = 0));
create index lot_written on ledger.lot using brin (club_id, written)
  with (pages_per_range = 32, autosummarize = on);

revoke update, delete on ledger.lot from vafa_app;
grant update (pending, active, held, spent, expired, reversed, available_at, awaits, expires_at,
  due_at) on ledger.lot to vafa_app;

-- The journal: what made awards, and what moved them afterwards.
create view ledger.entry with (security_invoker = true) as
select club_id, member_id, id, lot_id, cause_id, undoes, campaign, amount, balance, at, posted_at,
  campaign_version, unit, kind, from_account, to_account, cause_kind, rule, actor, reason, written
from ledger.movement
union all
select club_id, member_id, id, id, cause_id, undoes, campaign, issued, balance, at, posted_at,
  campaign_version, unit, entry_kind, case entry_kind when 8 then 9::smallint else 1::smallint end,
  began, cause_kind, rule, actor, reason, written
from ledger.lot
where entry_kind is not null;
grant select on ledger.entry to vafa_app;
