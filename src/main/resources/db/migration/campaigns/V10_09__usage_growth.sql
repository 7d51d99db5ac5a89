-- How a shared counter grows: by how much, and what it may hold at most before. Rounds that run side
-- by side decide without holding the counter and are checked here when they write.
create type campaigns.usage_growth as (
  club_id       uuid,
  campaign_id   uuid,
  rule          text,
  period        smallint,
  since         date,
  uses          bigint,
  units         bigint,
  money         bigint,
  highest_uses  bigint,
  highest_units bigint,
  highest_money bigint
);
