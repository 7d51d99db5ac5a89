-- Followers of the feed know a return by its id alone.
create unique index return_by_id on activity.return (club_id, id);
