-- Whether a member has a telephone, kept beside them: looking for what is not there reads everybody.
alter table members.member add column phoned boolean not null default false;

alter table members.member no force row level security;
alter table members.identifier no force row level security;
update members.member m
set phoned = true
where exists (
  select 1 from members.identifier i
  where i.club_id = m.club_id and i.member_id = m.id and i.kind = 1);
alter table members.member force row level security;
alter table members.identifier force row level security;

create index member_phoned_joined on members.member (club_id, phoned, joined_at, id);
create index member_phoned_called on members.member (club_id, phoned, called, id);
