-- A stamp card needs the stamps of its member at every sale, and these were looked for among all
-- that the member has. A lot of stamps names its unit a second time as long as it holds something,
-- and is found by that.
alter table ledger.lot
  add column stamps integer,
  add constraint lot_stamps check (
    stamps is null or (stamps = unit and pending + active + held > 0));
grant update (stamps) on ledger.lot to vafa_app;

-- Which units are stamps is not known here. All that hold something are marked; marks of other
-- units do no harm and go when such a lot changes next.
alter table ledger.lot no force row level security;
update ledger.lot set stamps = unit where pending + active + held > 0;
alter table ledger.lot force row level security;

create index lot_stamps on ledger.lot (club_id, member_id, stamps) where stamps is not null;
