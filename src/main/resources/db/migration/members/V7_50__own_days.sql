-- Days that members choose for themselves, for campaigns that give more on them.
create table members.own_day (
  club_id   uuid        not null,
  member_id uuid        not null,
  day       date        not null,
  chosen_at timestamptz not null,
  chosen_by text        not null,
  primary key (club_id, member_id, day)
);
select installation.protect('members', 'own_day');

-- How many days of their own members have in each month or year; the latest version holds.
create table members.own_day_rule (
  club_id    uuid        not null,
  version    int         not null check (version > 0),
  days       int         not null check (days between 0 and 31),
  period     text        not null check (period in ('MONTH', 'YEAR')),
  changed_at timestamptz not null,
  changed_by text        not null,
  primary key (club_id, version)
);
select installation.protect_append_only('members', 'own_day_rule');
