-- Who did what: a row for every act that configures or corrects something, written in the same
-- commit as the act itself. Rows are added and never changed; what came of an act whose request was
-- refused later stands beside it.
create schema acts;

create table acts.act (
  club_id   uuid not null,
  id        uuid not null,
  at        timestamptz not null,
  actor     text not null check (length(actor) between 1 and 200),
  kind      text not null check (kind ~ '^[a-z_]{1,30}\.[a-z_]{1,40}$'),
  console   boolean not null,
  subject   text check (length(subject) <= 200),
  member_id uuid,
  details   jsonb not null,
  primary key (club_id, id)
);
select installation.protect_append_only('acts', 'act');
create index act_of_member on acts.act (club_id, member_id, id) where member_id is not null;
create index act_of_actor on acts.act (club_id, actor, id);
create index act_of_kind on acts.act (club_id, kind, id);

create table acts.outcome (
  club_id uuid not null,
  act_id  uuid not null,
  done    boolean not null,
  subject text check (length(subject) <= 200),
  primary key (club_id, act_id),
  foreign key (club_id, act_id) references acts.act (club_id, id)
);
select installation.protect_append_only('acts', 'outcome');
