-- What was sold on a day. Sales come about in the order of time, so that a few words for each stretch
-- of the table are enough, and a sale costs nothing more.
create index purchase_by_day on activity.purchase using brin (club_id, occurred_at)
  with (pages_per_range = 32);
