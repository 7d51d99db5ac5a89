-- What a document earned in a unit was a lot for each rule that gave something: three lots a sale,
-- all of the same day and the same end. They are one lot now. What each rule gave stands in it, as
-- shares: sums[n] is what the first n of them come to. A lot of a single rule names it as before.
alter table ledger.lot
  add column campaigns uuid[],
  add column versions integer[],
  add column rules text[],
  add column sums bigint[],
  add constraint lot_shares check (
    num_nulls(campaigns, versions, rules, sums) = 4
    or (num_nulls(campaigns, versions, rules, sums) = 0
      and cardinality(sums) > 1 and cardinality(campaigns) = cardinality(sums)
      and cardinality(versions) = cardinality(sums) and cardinality(rules) = cardinality(sums)
      and sums[cardinality(sums)] is not distinct from issued
      and entry_kind is not distinct from 1
      and num_nulls(campaign, campaign_version, rule) = 3));

-- The entry of a share has the id of its lot, counted on in the last four digits: entries of a
-- wallet stay in order, and none of another lot comes between them.
create function ledger.share_id(lot uuid, share bigint) returns uuid
  language sql immutable strict parallel safe
  return (left(lot::text, 32)
    || lpad(to_hex(('x' || right(lot::text, 4))::bit(16)::int + share::int - 1), 4, '0'))::uuid;

-- row_id is the key of the row an entry stands in. Both ids are in the same order, but only this
-- one leads along the key.
create or replace view ledger.entry with (security_invoker = true) as
select club_id, member_id, id, lot_id, cause_id, undoes, campaign, amount, balance, at, posted_at,
  campaign_version, unit, kind, from_account, to_account, cause_kind, rule, actor, reason, written,
  id as row_id
from ledger.movement
union all
select club_id, member_id, id, id, cause_id, undoes, campaign, issued, balance, at, posted_at,
  campaign_version, unit, entry_kind, case entry_kind when 8 then 9::smallint else 1::smallint end,
  began, cause_kind, rule, actor, reason, written, id
from ledger.lot
where entry_kind is not null and sums is null
union all
select l.club_id, l.member_id, ledger.share_id(l.id, s.n), l.id, l.cause_id, l.undoes, s.campaign,
  s.sum - coalesce(l.sums[s.n - 1], 0),
  case l.began when 3 then l.balance - l.issued + s.sum else l.balance end, l.at, l.posted_at,
  s.version, l.unit, l.entry_kind, 1::smallint, l.began, l.cause_kind, s.rule, l.actor, l.reason,
  l.written, l.id
from ledger.lot l
cross join lateral unnest(l.campaigns, l.versions, l.rules, l.sums)
  with ordinality as s (campaign, version, rule, sum, n)
where l.sums is not null;

-- What there is has no shares, and the planner should know. An empty table stays unknown to it.
alter table ledger.lot no force row level security;
do $$
begin
  if exists (select from ledger.lot) then
    analyze ledger.lot;
  end if;
end
$$;
alter table ledger.lot force row level security;
