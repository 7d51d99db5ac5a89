-- A counter may be narrowed to one branch or one coupon.
alter table campaigns.usage add column scope text not null default '';
alter table campaigns.usage drop constraint usage_pkey;
alter table campaigns.usage
  add primary key (club_id, member_id, campaign_id, rule, period, since, scope);

-- What a club lays down for all its campaigns. Each row has a number of the program's history, so
-- that an old sale is decided again by what was laid down then. Percentages have four decimals.
create table campaigns.policy (
  club_id        uuid not null,
  program        bigint not null check (program > 0),
  margin_share   bigint check (margin_share between 0 and 1000000),
  assumed_margin bigint check (assumed_margin between 0 and 1000000),
  stacking       text not null check (stacking in ('ALL', 'BEST', 'AT_MOST')),
  most           int not null check (most >= 0),
  control        bigint not null check (control between 0 and 1000000),
  second_person  boolean not null,
  laid_down_by   text not null,
  laid_down_at   timestamptz not null,
  primary key (club_id, program)
);
select installation.protect_append_only('campaigns', 'policy');

-- The club's secret, by which members are drawn into the control group and variants.
create table campaigns.salt (
  club_id uuid primary key,
  salt    uuid not null
);
select installation.protect_append_only('campaigns', 'salt');

-- What somebody asks a second person to approve, and what that person answered.
create table campaigns.request (
  club_id        uuid not null,
  id             uuid not null,
  action         text not null check (action in ('PUBLISH', 'RESUME', 'SAFETY')),
  campaign_id    uuid,
  definition     jsonb,
  effective_from timestamptz,
  safety         jsonb,
  note           text,
  requested_by   text not null,
  requested_at   timestamptz not null,
  primary key (club_id, id),
  foreign key (club_id, campaign_id) references campaigns.campaign,
  check ((campaign_id is null) = (action = 'SAFETY')),
  check ((safety is null) = (action <> 'SAFETY')),
  check ((definition is null) = (action <> 'PUBLISH'))
);
select installation.protect_append_only('campaigns', 'request');

create table campaigns.answer (
  club_id     uuid not null,
  request_id  uuid not null,
  approved    boolean not null,
  reason      text,
  answered_by text not null,
  answered_at timestamptz not null,
  primary key (club_id, request_id),
  foreign key (club_id, request_id) references campaigns.request
);
select installation.protect_append_only('campaigns', 'answer');
