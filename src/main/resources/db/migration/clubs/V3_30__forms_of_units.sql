-- The names of units as they stand beside numbers, by language: one point, two points.
alter table clubs.unit add column forms jsonb not null default '{}';
alter table clubs.unit alter column forms drop default;
