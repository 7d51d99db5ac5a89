-- What a club signs the codes with that phones show in the place of cards.
create table cards.pass_key (
  club_id uuid        not null,
  key     bytea       not null check (length(key) = 32),
  made_at timestamptz not null,
  primary key (club_id)
);
select installation.protect('cards', 'pass_key');
