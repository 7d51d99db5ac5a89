-- The texts a club uses for its messages, by what they are for; sending is somebody else's.
create table program.message_text (
  club_id    uuid not null,
  code       text not null check (code ~ '^[a-z0-9]([a-z0-9_-]{0,38}[a-z0-9])?$'),
  titles     jsonb not null,
  texts      jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (club_id, code)
);
select installation.protect('program', 'message_text');
