package club.vafa.api;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.testing.ApiClient;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API is made from its controllers and stands in the documentation. */
@StoryTest
@Import(TestClub.class)
class OpenApiStoryTests {
  private static final Path FILE = Path.of("docs/integrate/openapi.json");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  @LocalServerPort private int port;

  @Test
  void theDescriptionInTheDocumentationIsTheOneServed() throws IOException {
    JsonNode served = ApiClient.of(port, "").get("/v1/openapi.json").json();
    String text = JSON.writeValueAsString(served) + "\n";
    if (Boolean.getBoolean("vafa.docs.write")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, text);
    }

    assertThat(served.at("/openapi").asString()).startsWith("3.1");
    assertThat(FILE)
        .as("refresh it with: mvn test -Dtest=OpenApiStoryTests -Dvafa.docs.write=true")
        .exists()
        .content()
        .isEqualTo(text);
  }

  @Test
  void everyEndpointOfTheApiSaysWhichScopesItNeeds(
      @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    List<String> silent = new ArrayList<>();
    for (var entry : mapping.getHandlerMethods().entrySet()) {
      HandlerMethod method = entry.getValue();
      boolean ours = method.getBeanType().getName().startsWith("club.vafa.");
      boolean ofApi =
          entry.getKey().getPatternValues().stream().anyMatch(path -> path.startsWith("/v1"));
      if (ours && ofApi && !method.hasMethodAnnotation(Needs.class)) {
        silent.add(method.toString());
      }
    }

    assertThat(silent).isEmpty();
  }
}
