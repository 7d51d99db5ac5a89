-- A whole program is asked for like a campaign: definition then says which draft or version of it.
alter table campaigns.request
  drop constraint request_action_check,
  drop constraint request_check,
  drop constraint request_check2,
  add constraint request_action_check
    check (action in ('PUBLISH', 'RESUME', 'SAFETY', 'PROGRAM')),
  add constraint request_campaign_check
    check ((campaign_id is null) = (action in ('SAFETY', 'PROGRAM'))),
  add constraint request_definition_check
    check ((definition is null) = (action not in ('PUBLISH', 'PROGRAM')));
