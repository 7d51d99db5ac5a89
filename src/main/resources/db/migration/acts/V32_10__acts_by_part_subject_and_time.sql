-- Everything about campaigns, all that was done to one thing, and what was done in some days. The part
-- is a column of its own: behind the wall between clubs no index is used for what a function says.
alter table acts.act add column part text generated always as (split_part(kind, '.', 1)) stored;
create index act_of_part on acts.act (club_id, part, id);
create index act_of_subject on acts.act (club_id, subject, id) where subject is not null;
create index outcome_of_subject on acts.outcome (club_id, subject, act_id) where subject is not null;
create index act_at on acts.act (club_id, at);
