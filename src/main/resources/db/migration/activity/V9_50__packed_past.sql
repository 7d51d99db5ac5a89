-- The purchases of members once more, packed for going through all of them quickly. It is made of
-- activity.purchase and of nothing else, and can be thrown away at any time: it is no history.
create table activity.past_block (
  club_id   uuid not null,
  through   uuid not null,
  purchases bigint not null check (purchases > 0),
  named     bigint not null check (named between 0 and purchases),
  first_at  timestamptz,
  last_at   timestamptz,
  primary key (club_id, through)
);
select installation.protect('activity', 'past_block');

create table activity.past_page (
  club_id uuid not null,
  bucket  smallint not null,
  through uuid not null,
  packed  bytea not null,
  primary key (club_id, bucket, through),
  foreign key (club_id, through) references activity.past_block
);
-- It is packed already.
alter table activity.past_page alter column packed set storage external;
select installation.protect('activity', 'past_page');
