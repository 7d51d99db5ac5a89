-- What counts towards tiers, as far back as it can matter, packed beside the standing: a sale reads
-- one row of its member instead of one for each day they came. It says the same as tiers.progress
-- and of nothing else; null means that it is to be read there.
alter table tiers.member add column days bytea;
alter table tiers.member alter column days set storage external;
