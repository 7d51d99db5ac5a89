-- When awards end and how long they wait may differ by the tier the member holds.
alter table clubs.unit add column by_tier jsonb not null default '[]';
alter table clubs.unit alter column by_tier drop default;
