create schema campaigns;
grant usage on schema campaigns to vafa_app;

create table campaigns.campaign (
  club_id    uuid not null,
  id         uuid not null,
  code       text not null,
  state      text not null check (state in ('DRAFT', 'LIVE', 'PAUSED', 'ENDED')),
  version    int not null check (version >= 0),
  draft      jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (club_id, id),
  unique (club_id, code)
);
select installation.protect('campaigns', 'campaign');

-- Published definitions never change: an award names the version that made it.
create table campaigns.version (
  club_id      uuid not null,
  campaign_id  uuid not null,
  version      int not null check (version > 0),
  definition   jsonb not null,
  published_by text not null,
  published_at timestamptz not null,
  primary key (club_id, campaign_id, version),
  foreign key (club_id, campaign_id) references campaigns.campaign
);
select installation.protect_append_only('campaigns', 'version');

-- The program's history: each change has a number, and says from when on (by the day of the sale)
-- which version of a campaign runs. The program of number P at time T is, for each campaign, the
-- latest change of number <= P that is effective at T. So late sales find the rules of their day,
-- and an old sale can be decided again exactly as it was.
create table campaigns.change (
  club_id        uuid not null,
  program        bigint not null check (program > 0),
  campaign_id    uuid not null,
  version        int not null,
  runs           boolean not null,
  effective_from timestamptz not null,
  changed_by     text not null,
  changed_at     timestamptz not null,
  primary key (club_id, program),
  foreign key (club_id, campaign_id, version) references campaigns.version
);
select installation.protect_append_only('campaigns', 'change');

-- What caps and budgets have used. member_id is the nil UUID where all members share a counter.
create table campaigns.usage (
  club_id     uuid not null,
  member_id   uuid not null,
  campaign_id uuid not null,
  rule        text not null,
  period      smallint not null,
  since       date not null,
  uses        bigint not null check (uses >= 0),
  units       bigint not null check (units >= 0),
  money       bigint not null check (money >= 0),
  primary key (club_id, member_id, campaign_id, rule, period, since)
) with (fillfactor = 80);
select installation.protect('campaigns', 'usage');
