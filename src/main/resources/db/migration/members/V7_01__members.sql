create schema members;

create table members.member (
  club_id     uuid        not null,
  id          uuid        not null,
  state       text        not null default 'active'
              check (state in ('active', 'blocked', 'erased', 'merged')),
  first_name  text,
  last_name   text,
  birth_date  date,
  locale      text,
  attributes  jsonb       not null default '{}',
  joined_at   timestamptz not null,
  merged_into uuid,
  version     integer     not null default 1,
  primary key (club_id, id),
  foreign key (club_id, merged_into) references members.member (club_id, id),
  check ((state = 'merged') = (merged_into is not null)),
  check (state <> 'erased'
         or (first_name is null and last_name is null and birth_date is null and locale is null))
);

-- What a member is recognised by: 1 phone (E.164), 2 e-mail, 3 external id (source and id). The
-- key is what makes a second member of the same phone impossible, however many try at once.
create table members.identifier (
  club_id   uuid        not null,
  kind      smallint    not null check (kind in (1, 2, 3)),
  value     text        not null,
  member_id uuid        not null,
  added_at  timestamptz not null,
  primary key (club_id, kind, value),
  foreign key (club_id, member_id) references members.member (club_id, id)
);
create index identifier_of_member on members.identifier (club_id, member_id);

-- What members agreed to and took back; the latest row of a purpose and channel holds.
create table members.consent (
  club_id   uuid        not null,
  member_id uuid        not null,
  id        uuid        not null,
  purpose   text        not null,
  channel   text        not null,
  given     boolean     not null,
  at        timestamptz not null,
  source    text        not null,
  primary key (club_id, member_id, id),
  foreign key (club_id, member_id) references members.member (club_id, id)
);

-- Names folded for searching, apart from the row that every sale locks.
create table members.name (
  club_id   uuid not null,
  member_id uuid not null,
  folded    text not null,
  primary key (club_id, member_id),
  foreign key (club_id, member_id) references members.member (club_id, id)
);

-- Parts of names are found by trigrams where the server has them, else by reading the club's
-- names, which is slower.
do $$
begin
  create extension if not exists pg_trgm with schema public;
  create index name_trigrams on members.name using gin (folded public.gin_trgm_ops);
exception when insufficient_privilege or undefined_file or feature_not_supported then
  raise notice 'pg_trgm is not to be had: searching members by name will be slower';
end
$$;

select installation.protect('members', 'member');
select installation.protect('members', 'identifier');
select installation.protect_append_only('members', 'consent');
select installation.protect('members', 'name');

-- Behind the wall the planner will not use an index for LIKE, which might leak what it compares.
-- This function looks for the asking club alone and runs as the owner, whom the wall of this one
-- table therefore lets through.
alter table members.name no force row level security;

-- Written out with the patterns in it, because a plan must know them to choose its index.
create function members.named(patterns text[], before uuid, most integer)
  returns setof uuid
  language plpgsql stable security definer
  set search_path = pg_catalog, public
as $$
declare
  conditions text := '';
  pattern    text;
begin
  foreach pattern in array patterns loop
    conditions := conditions || format(' and n.folded like %L', pattern);
  end loop;
  if before is not null then
    conditions := conditions || format(' and n.member_id < %L', before);
  end if;
  return query execute format(
    'select n.member_id from members.name n where n.club_id = %L%s'
    ' order by n.member_id desc limit %s',
    installation.current_club(), conditions, most);
end
$$;
revoke execute on function members.named(text[], uuid, integer) from public;
grant execute on function members.named(text[], uuid, integer) to vafa_app;
