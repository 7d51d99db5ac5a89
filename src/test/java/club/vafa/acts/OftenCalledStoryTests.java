package club.vafa.acts;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.api.Often;
import club.vafa.testing.StoryTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nobody writes down what is done on the short way, so no act may be there. */
@StoryTest
class OftenCalledStoryTests {
  private final RequestMappingHandlerMapping mappings;
  private final Kinds kinds;

  OftenCalledStoryTests(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
      Kinds kinds) {
    this.mappings = mappings;
    this.kinds = kinds;
  }

  @Test
  void whatIsCalledForEverySaleIsNoAct() {
    List<String> often = new ArrayList<>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, method) -> {
          if (method.hasMethodAnnotation(Often.class)) {
            often.addAll(mapping.getDirectPaths());
          }
        });

    assertThat(often)
        .containsExactlyInAnyOrder("/v1/purchases", "/v1/purchases/quote", "/v1/events")
        .noneMatch(path -> kinds.of("POST", path).isPresent());
  }
}
