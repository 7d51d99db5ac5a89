-- Counts the starts of Vafa on this database, so that one that is at work can see that another began.
create sequence installation.starts;
grant usage, select on sequence installation.starts to vafa_app;
