create schema goods;

-- How often the catalogue of a club has changed. Its row is the mutex of whoever changes something,
-- so that a till which has seen a change has seen all before it.
create table goods.catalogue (
  club_id uuid   primary key,
  change  bigint not null check (change > 0)
);

-- Groups of goods, by the code that lines of sales carry.
create table goods.category (
  club_id    uuid        not null,
  code       text        not null check (length(code) between 1 and 100),
  names      jsonb       not null,
  change     bigint      not null check (change > 0),
  changed_at timestamptz not null,
  changed_by text        not null,
  primary key (club_id, code)
);

-- What is sold. The code is the one that lines of sales carry; prices are minor units of the
-- club's money. What is no longer sold stays, for what was sold of it.
create table goods.item (
  club_id    uuid        not null,
  id         uuid        not null,
  code       text        not null check (length(code) between 1 and 100),
  names      jsonb       not null,
  category   text,
  price      bigint      check (price >= 0),
  cost       bigint      check (cost >= 0),
  favourite  boolean     not null,
  active     boolean     not null,
  folded     text        not null,
  version    integer     not null check (version > 0),
  change     bigint      not null check (change > 0),
  changed_at timestamptz not null,
  changed_by text        not null,
  primary key (club_id, id),
  unique (club_id, code),
  foreign key (club_id, category) references goods.category (club_id, code)
);
create index item_by_change on goods.item (club_id, change, id);
create index item_by_category on goods.item (club_id, category, code);
create index item_with_cost on goods.item (club_id, code) include (cost) where cost is not null;

-- What scanners read of an item.
create table goods.barcode (
  club_id uuid not null,
  barcode text not null check (length(barcode) between 1 and 64),
  item_id uuid not null,
  primary key (club_id, barcode),
  foreign key (club_id, item_id) references goods.item (club_id, id)
);
create index barcode_of_item on goods.barcode (club_id, item_id);

select installation.protect('goods', 'catalogue');
select installation.protect('goods', 'category');
select installation.protect('goods', 'item');
select installation.protect('goods', 'barcode');
