-- A wallet counts its writes, which tells a writer whether somebody else wrote since it looked: its
-- newest entry stays the same when only its end moves. What is there already was written before.
alter table ledger.wallet add column version bigint not null default 1;
alter table ledger.wallet alter column version drop default;
