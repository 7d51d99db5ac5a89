package club.vafa;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one deployable: every room of the club in one process. */
@SpringBootApplication
public class VafaApplication {
  public static void main(String[] args) {
    SpringApplication.run(VafaApplication.class, args);
  }
}
