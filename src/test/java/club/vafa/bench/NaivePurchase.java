package club.vafa.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * A purchase as it is usually written: its own transaction, one statement after the other, each a
 * round trip, on eight connections. It keeps about the rows Vafa keeps (sale, lines, entries, lot,
 * wallet, totals, usage, happening), decides nothing, checks nothing, and knows no other clubs.
 */
final class NaivePurchase {
  static final int CLIENTS = 8;
  private static final String DATABASE = "bench_naive";
  private static final int LINES = 3;

  private final Server server;
  private final int members;

  NaivePurchase(Server server, int members) {
    this.server = server;
    this.members = members;
  }

  void make() {
    try (Connection postgres = server.connect("postgres");
        Statement statement = postgres.createStatement()) {
      statement.execute("drop database if exists " + DATABASE + " with (force)");
      statement.execute("create database " + DATABASE);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    try (Connection connection = server.connect(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table member (id bigint primary key, phone text not null unique);
          create table wallet (member_id bigint primary key, balance bigint not null)
            with (fillfactor = 80);
          create table total (member_id bigint primary key, visits bigint not null,
            spent bigint not null, last_at timestamptz) with (fillfactor = 80);
          create table usage (member_id bigint primary key, uses bigint not null)
            with (fillfactor = 80);
          create table sale (id uuid primary key, member_id bigint not null, branch text not null,
            external_id text not null unique, at timestamptz not null, total bigint not null);
          create index sale_of_member on sale (member_id, at);
          create table sale_line (sale_id uuid not null, line int not null, sku text not null,
            name text not null, quantity bigint not null, amount bigint not null,
            primary key (sale_id, line));
          create table entry (id uuid not null, side int not null, sale_id uuid not null,
            member_id bigint, amount bigint not null, primary key (id, side));
          create index entry_of_member on entry (member_id, id);
          create table lot (id uuid primary key, member_id bigint not null, left_over bigint not null,
            ends timestamptz);
          create index lot_of_member on lot (member_id);
          create table happening (id uuid primary key, kind text not null, subject uuid not null,
            at timestamptz not null);
          insert into member select m, '+98' || (9120000000 + m) from generate_series(1, %1$d) m;
          insert into wallet select m, 0 from generate_series(1, %1$d) m;
          insert into total select m, 0, 0, null from generate_series(1, %1$d) m;
          insert into usage select m, 0 from generate_series(1, %1$d) m;
          """
              .formatted(members));
      statement.execute("vacuum analyze");
      statement.execute("checkpoint");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  Clients.Rate run(Duration time) {
    return new Clients(server, DATABASE, CLIENTS).run(this::script, time);
  }

  private Clients.Transaction script(Connection connection, SplittableRandom random)
      throws SQLException {
    PreparedStatement find = connection.prepareStatement("select id from member where phone = ?");
    PreparedStatement lock =
        connection.prepareStatement("select balance from wallet where member_id = ? for update");
    PreparedStatement known =
        connection.prepareStatement("select id from sale where external_id = ?");
    PreparedStatement sale =
        connection.prepareStatement("insert into sale values (?, ?, 'b1', ?, now(), ?)");
    PreparedStatement line =
        connection.prepareStatement(
            "insert into sale_line values (?, ?, 'SKU-001', 'Item number 1', 1000, ?)");
    PreparedStatement entry =
        connection.prepareStatement("insert into entry values (?, ?, ?, ?, ?)");
    PreparedStatement lot = connection.prepareStatement("insert into lot values (?, ?, ?, now())");
    PreparedStatement wallet =
        connection.prepareStatement("update wallet set balance = balance + ? where member_id = ?");
    PreparedStatement total =
        connection.prepareStatement(
            "update total set visits = visits + 1, spent = spent + ?, last_at = now()"
                + " where member_id = ?");
    PreparedStatement usage =
        connection.prepareStatement("update usage set uses = uses + 1 where member_id = ?");
    PreparedStatement happening =
        connection.prepareStatement("insert into happening values (?, 'purchase', ?, now())");
    return () -> {
      long member = 1 + random.nextInt(members);
      long amount = 100 + random.nextInt(10_000);
      UUID id = ordered(random);
      Clients.run(find, "+98" + (9_120_000_000L + member));
      Clients.run(lock, member);
      Clients.run(known, id.toString());
      Clients.run(sale, id, member, id.toString(), amount);
      for (int number = 0; number < LINES; number++) {
        Clients.run(line, id, number, amount);
      }
      Clients.run(entry, id, 0, id, member, amount);
      Clients.run(entry, id, 1, id, -1L, -amount);
      Clients.run(lot, id, member, amount);
      Clients.run(wallet, amount, member);
      Clients.run(total, amount, member);
      Clients.run(usage, member);
      Clients.run(happening, id, id);
    };
  }

  /** Time first, as version 7 has it, so that the naive way is not slowed down by random keys. */
  private static UUID ordered(SplittableRandom random) {
    long time = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
    return new UUID(time, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
  }
}
