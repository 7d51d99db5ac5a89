-- Units that are turned into others on a day: how far each turn got, and when it was done.
create table members.conversion_turn (
  club_id     uuid     not null,
  from_unit   smallint not null,
  to_unit     smallint not null,
  due_on      date     not null,
  member_id   uuid,
  finished_at timestamptz,
  primary key (club_id, from_unit, to_unit, due_on)
);
select installation.protect('members', 'conversion_turn');
