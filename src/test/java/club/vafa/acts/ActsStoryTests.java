package club.vafa.acts;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.testing.StoryTest;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who did what is written down, whatever the road. */
@StoryTest
class ActsStoryTests {
  private static final Set<RequestMethod> READING = Set.of(RequestMethod.GET, RequestMethod.HEAD);

  private final RequestMappingHandlerMapping addresses;
  private final Kinds kinds;

  ActsStoryTests(RequestMappingHandlerMapping addresses, Kinds kinds) {
    this.addresses = addresses;
    this.kinds = kinds;
  }

  @Test
  void everyAddressThatChangesSomethingIsAnActOrSaysThatItIsNone() {
    Set<String> changing = new TreeSet<>();
    addresses
        .getHandlerMethods()
        .keySet()
        .forEach(mapping -> {
          for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
            for (String pattern : mapping.getPatternValues()) {
              if (!READING.contains(method) && pattern.matches("/(v1|console|login).*")) {
                changing.add(method + " " + pattern);
              }
            }
          }
        });
    assertThat(kinds.addresses()).containsExactlyInAnyOrderElementsOf(changing);
  }
}
