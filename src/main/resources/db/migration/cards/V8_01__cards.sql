create schema cards;

create table cards.card (
  club_id     uuid        not null,
  id          uuid        not null,
  number      text        not null check (length(number) between 1 and 64),
  member_id   uuid        not null,
  type        text        not null default '',
  state       text        not null
              check (state in ('issued', 'active', 'blocked', 'lost', 'replaced')),
  issued_at   timestamptz not null,
  replaced_by uuid,
  primary key (club_id, id),
  unique (club_id, number),
  foreign key (club_id, replaced_by) references cards.card (club_id, id),
  check ((state = 'replaced') = (replaced_by is not null))
);
create index card_of_member on cards.card (club_id, member_id);

select installation.protect('cards', 'card');
