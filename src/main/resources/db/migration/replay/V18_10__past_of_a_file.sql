-- The sales of a file, kept for replays alone: nothing of them stands in the books. A file is
-- forgotten with the last replay that was asked for on it, or after a day when none was.
create table replay.past (
  club_id   uuid not null,
  id        uuid not null,
  name      text not null,
  columns   text not null,
  kept_by   text not null,
  kept_at   timestamptz not null,
  rows      bigint not null check (rows >= 0),
  purchases bigint not null check (purchases >= 0),
  returns   bigint not null check (returns >= 0),
  people    bigint not null check (people >= 0),
  refused   bigint not null check (refused >= 0),
  first_at  timestamptz,
  last_at   timestamptz,
  -- Which goods came back of which purchase: JSON, in the order of the file.
  back      text not null,
  primary key (club_id, id)
);
select installation.protect('replay', 'past');

-- The purchases, packed by member.
create table replay.past_page (
  club_id uuid not null,
  past_id uuid not null,
  bucket  smallint not null,
  packed  bytea not null,
  primary key (club_id, past_id, bucket),
  foreign key (club_id, past_id) references replay.past
);
alter table replay.past_page alter column packed set storage external;
select installation.protect('replay', 'past_page');

-- Whoever bought. Those who are no members of the club are people of the file alone; of a telephone
-- or an address only the end is kept.
create table replay.past_person (
  club_id   uuid not null,
  past_id   uuid not null,
  member_id uuid not null,
  called    text,
  first_at  timestamptz not null,
  primary key (club_id, past_id, member_id),
  foreign key (club_id, past_id) references replay.past
);
select installation.protect('replay', 'past_person');

-- Rows that were not taken, and why, in the language of who brought the file.
create table replay.past_refused (
  club_id uuid not null,
  past_id uuid not null,
  place   bigint not null check (place > 0),
  line    bigint not null,
  field   text not null,
  code    text not null,
  reason  text not null,
  primary key (club_id, past_id, place),
  foreign key (club_id, past_id) references replay.past
);
select installation.protect('replay', 'past_refused');

alter table replay.run add column past_id uuid;
alter table replay.run add foreign key (club_id, past_id) references replay.past;
create index run_on_a_file on replay.run (club_id, past_id) where past_id is not null;
