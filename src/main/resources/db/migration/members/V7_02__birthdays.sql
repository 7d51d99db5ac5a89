-- Who has a birthday on a day is asked every day, by the days they may have been born on.
create index member_born on members.member (club_id, birth_date) where birth_date is not null;
