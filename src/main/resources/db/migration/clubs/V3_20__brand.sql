-- What a club looks like: one colour and a logo. Every change is a row, so that who made it stays
-- and it can be taken back. Logos are drawn anew by us before they are kept, always as PNG.
create table clubs.logo (
  club_id  uuid not null references clubs.club,
  sha256   text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content  bytea not null check (length(content) between 8 and 2097152),
  made_at  timestamptz not null,
  primary key (club_id, sha256)
);
select installation.protect_append_only('clubs', 'logo');

create table clubs.brand (
  club_id  uuid not null references clubs.club,
  version  integer not null check (version > 0),
  color    text check (color ~ '^#[0-9a-f]{6}$'),
  logo     text,
  made_by  text not null,
  made_at  timestamptz not null,
  primary key (club_id, version),
  foreign key (club_id, logo) references clubs.logo
);
select installation.protect_append_only('clubs', 'brand');

-- People in Iran reckon in toman, which is ten rial; the books stay in rial.
alter table clubs.club add column toman boolean not null default false;
alter table clubs.club add constraint toman_is_rial check (not toman or currency = 'IRR');
