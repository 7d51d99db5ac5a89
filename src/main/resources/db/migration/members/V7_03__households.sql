-- People who live together. Each keeps wallets of their own; what they share is a paid plan.
create table members.household (
  club_id      uuid        not null,
  id           uuid        not null,
  name         text,
  primary_id   uuid        not null,
  max_adults   integer     not null check (max_adults between 1 and 10),
  max_children integer     not null check (max_children between 0 and 10),
  opened_at    timestamptz not null,
  closed_at    timestamptz,
  primary key (club_id, id),
  foreign key (club_id, primary_id) references members.member (club_id, id)
);

-- Who is asked and who has said yes. The index makes a second household of one member impossible.
create table members.resident (
  club_id      uuid        not null,
  household_id uuid        not null,
  member_id    uuid        not null,
  role         text        not null check (role in ('adult', 'child')),
  state        text        not null check (state in ('invited', 'joined')),
  since        timestamptz not null,
  primary key (club_id, household_id, member_id),
  foreign key (club_id, household_id) references members.household (club_id, id),
  foreign key (club_id, member_id) references members.member (club_id, id)
);
create unique index resident_once on members.resident (club_id, member_id) where state = 'joined';
create index resident_asked on members.resident (club_id, member_id);

create table members.household_change (
  club_id      uuid        not null,
  id           uuid        not null,
  household_id uuid        not null,
  member_id    uuid,
  kind         text        not null
    check (kind in ('opened', 'invited', 'joined', 'left', 'handed_over', 'closed')),
  actor        text        not null,
  at           timestamptz not null,
  primary key (club_id, household_id, id),
  foreign key (club_id, household_id) references members.household (club_id, id)
);

select installation.protect('members', 'household');
select installation.protect('members', 'resident');
select installation.protect_append_only('members', 'household_change');
