create schema console;

-- Views of lists that people keep: what was chosen in the address, under a name of theirs.
create table console.view (
  club_id    uuid not null,
  id         uuid not null,
  list       text not null check (list ~ '^/console/[a-z/-]{1,80}$'),
  name       text not null check (length(name) between 1 and 60),
  query      text not null check (length(query) <= 2000),
  actor      text not null,
  shared     boolean not null,
  created_at timestamptz not null,
  primary key (club_id, id)
);
select installation.protect('console', 'view');
create index view_of_list on console.view (club_id, list);
