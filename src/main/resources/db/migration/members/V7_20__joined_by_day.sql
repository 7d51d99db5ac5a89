-- Who joined on a day, as for sales: members join in the order of time.
create index member_by_day on members.member using brin (club_id, joined_at)
  with (pages_per_range = 32);
