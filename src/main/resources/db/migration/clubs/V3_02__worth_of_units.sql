-- When a sale of gift cards or one paid with them earns.
alter table clubs.club add column gift_cards_earn text not null default 'WHEN_SPENT'
  check (gift_cards_earn in ('WHEN_SPENT', 'WHEN_SOLD', 'NEVER'));
alter table clubs.club alter column gift_cards_earn drop default;

-- The loyalty table: what a unit is worth when a sale is paid with it. A version holds from its
-- instant until the next one's; none is ever changed, so that a late sale finds the worth of its
-- day.
create table clubs.unit_worth (
  club_id    uuid        not null,
  unit       smallint    not null,
  version    integer     not null check (version > 0),
  valid_from timestamptz not null,
  made_at    timestamptz not null,
  actor      text        not null,
  definition text        not null,
  primary key (club_id, unit, version),
  foreign key (club_id, unit) references clubs.unit (club_id, number)
);
select installation.protect_append_only('clubs', 'unit_worth');

-- Which unit members may turn into which, and how. The latest version of a pair holds.
create table clubs.conversion (
  club_id    uuid        not null,
  from_unit  smallint    not null,
  to_unit    smallint    not null,
  version    integer     not null check (version > 0),
  made_at    timestamptz not null,
  actor      text        not null,
  definition text        not null,
  primary key (club_id, from_unit, to_unit, version),
  foreign key (club_id, from_unit) references clubs.unit (club_id, number),
  foreign key (club_id, to_unit) references clubs.unit (club_id, number),
  check (from_unit <> to_unit)
);
select installation.protect_append_only('clubs', 'conversion');
