package club.vafa.installation;

import org.springframework.jdbc.core.simple.JdbcClient;

/** For work over all of a club's rows, such as proving the books. */
public final class WideReading {
  private WideReading() {}

  /** Lets the rest of the transaction read whole tables and join them by hash. */
  public static void allow(JdbcClient jdbc) {
    jdbc.sql(
            """
            select set_config('enable_seqscan', 'on', true),
              set_config('enable_hashjoin', 'on', true),
              set_config('enable_mergejoin', 'on', true),
              set_config('enable_material', 'on', true)
            """)
        .query()
        .singleRow();
  }
}
