package club.vafa.members;

import club.vafa.api.*;
import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.testing.*;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@StoryTest
@Import(TestClub.class)
class SpeedScratchTests {
  @Test
  void go(@org.springframework.beans.factory.annotation.Autowired TestClub clubs, @org.springframework.beans.factory.annotation.Autowired JdbcClient jdbc, @org.springframework.beans.factory.annotation.Autowired Members members) {
    Club club = clubs.cafe();
    ClubScope.run(club.id(), () -> {
      long t = System.nanoTime();
      jdbc.sql("""
        with m as (insert into members.member (club_id,id,first_name,joined_at)
          select ?, ('0199' || lpad(to_hex(g), 8, '0') || '70008000' || lpad(to_hex(g),12,'0'))::uuid, 'x', now() from generate_series(1,1000000) g returning id)
        select count(*) from m""").param(club.id().value()).query(Integer.class).single();
      jdbc.sql("""
        insert into members.name select ?, ('0199' || lpad(to_hex(g), 8, '0') || '70008000' || lpad(to_hex(g),12,'0'))::uuid,
         ' ' || (array['sara','omid','reza','ali','maryam','zahra','john','mary','fatima','hassan'])[1 + g % 10] || ' ' || (array['ahmadi','karimi','smith','rahimi','hosseini','moradi','jones'])[1 + g % 7] || to_hex(g*7919 % 65536) from generate_series(1,1000000) g
        """).param(club.id().value()).update();
      System.err.println("SPEED load " + (System.nanoTime() - t) / 1_000_000 + " ms");
      for (String q : new String[] {"sara", "sara ahmadi", "smith1a2", "zz", "ra", "maryam karimi12", "jones", "a", "mith3b"}) {
        long best = Long.MAX_VALUE; int n = 0;
        for (int i = 0; i < 3; i++) { long s = System.nanoTime(); n = members.list(club.id(), new MemberQuery(null, null, q), new Paging(50, null)).data().size(); best = Math.min(best, System.nanoTime() - s); }
        System.err.println("SPEED " + q + " " + n + " " + best / 1000 + " us");
      }
    });
  }
}
