package club.vafa.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.TestConstructor;

/**
 * A test of rooms on a real PostgreSQL: beans come by constructor or {@code @Autowired}, requests
 * go through {@code MockMvcTester}. All such tests share one application and one database, so each
 * test makes a club of its own ({@code new ClubId(Ids.next())}) and finds it empty. The clock is
 * set back before every test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest
@AutoConfigureMockMvc
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@ContextCustomizerFactories(TestInstallation.class)
@ExtendWith(ClockReset.class)
public @interface RoomTest {
  /** For tests that look across clubs: an application and a clone of the database for the class. */
  boolean ownDatabase() default false;
}
