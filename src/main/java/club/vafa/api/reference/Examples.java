package club.vafa.api.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Bodies to begin with, by the id of their operation; a test sends each of them. */
@Component
class Examples {
  private final JsonNode bodies;

  Examples() {
    try (InputStream file =
        new ClassPathResource("examples.json", Examples.class).getInputStream()) {
      bodies = new ObjectMapper().readTree(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  void addTo(Operation operation) {
    JsonNode body = bodies.get(operation.getOperationId());
    if (body != null) {
      operation.getRequestBody().getContent().values().forEach(type -> type.setExample(body));
    }
  }
}
