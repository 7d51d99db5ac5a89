create schema portal;

-- Codes that were sent to prove that somebody holds a phone or an address. Only their hashes are
-- kept, and rows of a day ago are removed: most of them belong to nobody we know.
create table portal.code (
  club_id    uuid        not null,
  id         uuid        not null,
  way        text        not null check (way in ('sms', 'email')),
  contact    text        not null,
  hash       text        not null,
  tries      integer     not null default 0 check (tries >= 0),
  created_at timestamptz not null,
  used_at    timestamptz,
  ticket     text,
  primary key (club_id, id)
);
create index code_of_contact on portal.code (club_id, contact, created_at);
create index code_of_day on portal.code (club_id, created_at);
create unique index code_ticket on portal.code (club_id, ticket);

-- Members who are logged in. Only the hash of the token is kept.
create table portal.session (
  club_id    uuid        not null,
  id         uuid        not null,
  hash       text        not null unique,
  member_id  uuid        not null,
  created_at timestamptz not null,
  seen_at    timestamptz not null,
  primary key (club_id, id)
);
create index session_of_member on portal.session (club_id, member_id);

-- Ways in that staff made for a member, each for one time.
create table portal.link (
  club_id   uuid        not null,
  id        uuid        not null,
  hash      text        not null,
  member_id uuid        not null,
  made_by   text        not null,
  made_at   timestamptz not null,
  used_at   timestamptz,
  primary key (club_id, id),
  unique (club_id, hash)
);
create index link_of_member on portal.link (club_id, member_id);

-- Forms that may be sent once only, by the mark that was in them.
create table portal.sent_form (
  club_id   uuid        not null,
  member_id uuid        not null,
  mark      text        not null,
  at        timestamptz not null,
  primary key (club_id, member_id, mark)
);

select installation.protect('portal', 'code');
select installation.protect('portal', 'session');
select installation.protect('portal', 'link');
select installation.protect('portal', 'sent_form');

-- A token is looked up before it is known which club it belongs to.
create policy installation_reads on portal.session for select
  using ((select installation.is_installation()));
