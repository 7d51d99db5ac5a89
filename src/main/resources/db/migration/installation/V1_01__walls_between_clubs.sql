-- The walls between clubs. The application works as the role vafa_app, which owns nothing; the
-- setting vafa.club says whose rows it may touch, and nothing set means none.
create schema if not exists installation;
grant usage on schema installation to vafa_app;

create function installation.current_club() returns uuid
  language sql stable parallel safe
  return nullif(nullif(current_setting('vafa.club', true), ''), 'installation')::uuid;

-- Work before a club is known: looking up an API key, listing the clubs.
create function installation.is_installation() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('vafa.club', true), '') = 'installation';

-- Puts a table with a club_id behind the wall; migrations say
-- select installation.protect('room', 'table'). The sub-select lets the planner ask once per
-- statement and use the index that begins with club_id.
create function installation.wall(room text, tbl text) returns void
  language plpgsql
as $$
begin
  execute format('alter table %I.%I enable row level security', room, tbl);
  execute format('alter table %I.%I force row level security', room, tbl);
  execute format(
    'create policy own_club on %I.%I'
    ' using (club_id = (select installation.current_club()))'
    ' with check (club_id = (select installation.current_club()))', room, tbl);
  execute format('grant usage on schema %I to vafa_app', room);
end
$$;

create function installation.protect(room text, tbl text) returns void
  language plpgsql
as $$
begin
  perform installation.wall(room, tbl);
  execute format('grant select, insert, update, delete on %I.%I to vafa_app', room, tbl);
end
$$;

-- For history: rows are added and read, never changed.
create function installation.protect_append_only(room text, tbl text) returns void
  language plpgsql
as $$
begin
  perform installation.wall(room, tbl);
  execute format('grant select, insert on %I.%I to vafa_app', room, tbl);
end
$$;
