create schema feed;
grant usage on schema feed to vafa_app;

-- What happened, in order. The order is (xid, id): commits run side by side, and a follower that
-- reads only below the oldest running transaction can never skip a row that commits late.
create table feed.entry (
  club_id uuid not null,
  xid     xid8 not null default pg_current_xact_id(),
  id      uuid not null,
  kind    text not null,
  subject uuid not null,
  payload text,
  at      timestamptz not null,
  primary key (club_id, xid, id)
);
select installation.protect_append_only('feed', 'entry');

create table feed.cursor (
  club_id  uuid not null,
  follower text not null,
  xid      xid8 not null,
  id       uuid not null,
  primary key (club_id, follower)
);
select installation.protect('feed', 'cursor');
