-- A lot tells an entry for each share, or one where it has none. row_id is the key of the row an
-- entry stands in: both ids are in the same order, but only this one leads along the key.
create or replace view ledger.entry with (security_invoker = true) as
select club_id, member_id, id, lot_id, cause_id, undoes, campaign, amount, balance, at, posted_at,
  campaign_version, unit, kind, from_account, to_account, cause_kind, rule, actor, reason, written,
  id as row_id
from ledger.movement
union all
select l.club_id, l.member_id, case when s.n is null then l.id else ledger.share_id(l.id, s.n) end,
  l.id, l.cause_id, l.undoes, coalesce(s.campaign, l.campaign),
  coalesce(s.sum - coalesce(l.sums[s.n - 1], 0), l.issued),
  case l.began when 3 then l.balance - l.issued + coalesce(s.sum, l.issued) else l.balance end,
  l.at, l.posted_at, coalesce(s.version, l.campaign_version), l.unit, l.entry_kind,
  case l.entry_kind when 8 then 9::smallint else 1::smallint end, l.began, l.cause_kind,
  coalesce(s.rule, l.rule), l.actor, l.reason, l.written, l.id
from ledger.lot l
left join lateral unnest(l.campaigns, l.versions, l.rules, l.sums)
  with ordinality as s (campaign, version, rule, sum, n) on true
where l.entry_kind is not null;
