package club.vafa.api.reference;

import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Open;
import club.vafa.api.Problem;
import club.vafa.api.Scope;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Completes what springdoc finds in the controllers by the conventions all of them follow. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ReferenceConfiguration {
  private static final String KEY = "apiKey";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Bean
  OpenAPI reference() {
    SecurityScheme key =
        new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .description("An API key (`vafa_…`) or the token of a login (`vafas_…`).");
    return new OpenAPI()
        .info(
            new Info()
                .title("Vafa")
                .version("v1")
                .description(
                    "The customer-loyalty club that a business owns itself. Amounts are decimal"
                        + " strings, times carry their offset, unknown fields are refused, and every"
                        + " refusal is a problem (RFC 9457) with a stable `code`.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        // Wherever it is served: a relative address is the same on every machine.
        .servers(List.of(new Server().url("/")))
        .components(new Components().addSecuritySchemes(KEY, key))
        .addSecurityItem(new SecurityRequirement().addList(KEY));
  }

  @Bean
  OperationCustomizer conventions() {
    return (operation, method) -> {
      scopes(operation, method);
      key(operation, method);
      operation.setResponses(responses(method));
      return operation;
    };
  }

  private static void scopes(Operation operation, HandlerMethod method) {
    if (method.hasMethodAnnotation(Open.class)) {
      operation.setSecurity(List.of());
    }
    Needs needs = method.getMethodAnnotation(Needs.class);
    if (needs != null && needs.value().length > 0) {
      List<String> scopes = Arrays.stream(needs.value()).map(Scope::text).toList();
      operation.addExtension("x-scopes", scopes);
    }
  }

  /** Endpoints that look at the request do so for its Idempotency-Key. */
  private static void key(Operation operation, HandlerMethod method) {
    boolean looks =
        Arrays.stream(method.getMethodParameters())
            .anyMatch(parameter -> parameter.getParameterType() == HttpServletRequest.class);
    boolean declared =
        operation.getParameters() != null
            && operation.getParameters().stream()
                .anyMatch(parameter -> Idempotency.HEADER.equals(parameter.getName()));
    if (looks && !declared && !method.hasMethodAnnotation(Open.class)) {
      operation.addParametersItem(
          new Parameter()
              .in("header")
              .name(Idempotency.HEADER)
              .description(
                  "1 to 255 visible ASCII characters that name this request. A repetition with the"
                      + " same body is answered the same way and does nothing.")
              .schema(text()));
    }
  }

  private static ApiResponses responses(HandlerMethod method) {
    ApiResponses responses = new ApiResponses();
    Gives gives = method.getMethodAnnotation(Gives.class);
    if (gives != null) {
      ApiResponse done =
          new ApiResponse().description(HttpStatus.valueOf(gives.status()).getReasonPhrase());
      if (gives.value() != Void.class) {
        Schema<?> body = isText(gives) ? text() : schemaOf(gives.value());
        done.setContent(json(gives.media(), gives.list() ? page(body) : body));
      }
      responses.addApiResponse(Integer.toString(gives.status()), done);
    } else {
      responses.addApiResponse("200", new ApiResponse().description("OK"));
    }
    statuses(method)
        .forEach(status ->
            responses.addApiResponse(
                Integer.toString(status),
                new ApiResponse().$ref("#/components/responses/Problem" + status)));
    return responses;
  }

  private static boolean isText(Gives gives) {
    return gives.value() == String.class;
  }

  private static List<Integer> statuses(HandlerMethod method) {
    List<Integer> statuses = new ArrayList<>(List.of(400, 401, 403, 429, 500, 503));
    boolean body =
        Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
            || readsItself(method);
    boolean path =
        Arrays.stream(method.getMethodParameters())
            .anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class));
    if (body) {
      statuses.addAll(List.of(413, 415));
    }
    if (body || path) {
      statuses.add(409);
    }
    if (path) {
      statuses.add(404);
    }
    statuses.add(422);
    return statuses.stream().sorted().toList();
  }

  /** Endpoints that read the body themselves describe it in their annotation. */
  private static boolean readsItself(HandlerMethod method) {
    var said = method.getMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class);
    return said != null && said.requestBody().content().length > 0;
  }

  private static Schema<?> schemaOf(Class<?> type) {
    return new Schema<>().$ref("#/components/schemas/" + name(type));
  }

  private static String name(Class<?> type) {
    io.swagger.v3.oas.annotations.media.Schema named =
        type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
    return named == null || named.name().isEmpty() ? type.getSimpleName() : named.name();
  }

  private static Schema<?> page(Schema<?> item) {
    Schema<Object> page = object();
    Schema<Object> data = new Schema<>();
    data.addType("array");
    data.setItems(item);
    page.addProperty("data", data);
    page.addProperty("next", text().description("The cursor of the next part, for `after`."));
    page.setRequired(List.of("data"));
    return page;
  }

  private static Schema<Object> object() {
    Schema<Object> object = new Schema<>();
    object.addType("object");
    return object;
  }

  private static Schema<?> text() {
    StringSchema text = new StringSchema();
    text.addType("string");
    return text;
  }

  private static Content json(String mediaType, Schema<?> schema) {
    return new Content().addMediaType(mediaType, new MediaType().schema(schema));
  }

  /** Adds the schemas of answers, the problems and the examples. */
  @Bean
  OpenApiCustomizer completion(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints,
      Examples examples) {
    return api -> {
      Components components = api.getComponents();
      endpoints.getHandlerMethods().values().stream()
          .map(method -> method.getMethodAnnotation(Gives.class))
          .filter(gives -> gives != null && gives.value() != Void.class && !isText(gives))
          .forEach(gives -> add(components, gives.value()));
      add(components, Problem.class);
      for (Map.Entry<Integer, String> problem : problems().entrySet()) {
        components.addResponses(
            "Problem" + problem.getKey(), problem(problem.getKey(), problem.getValue()));
      }
      if (components.getSchemas() != null) {
        components.setSchemas(new TreeMap<>(components.getSchemas()));
      }
      api.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(operation -> {
            sortParameters(operation);
            examples.addTo(operation);
          });
    };
  }

  private static void sortParameters(Operation operation) {
    if (operation.getParameters() != null && operation.getParameters().isEmpty()) {
      operation.setParameters(null);
    }
  }

  private static void add(Components components, Class<?> type) {
    ResolvedSchema resolved =
        ModelConverters.getInstance(true)
            .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
    resolved.referencedSchemas.forEach(components::addSchemas);
  }

  private static ApiResponse problem(int status, String description) {
    ApiResponse response =
        new ApiResponse()
            .description(description)
            .content(json(Problem.MEDIA_TYPE, new Schema<>().$ref("#/components/schemas/Problem")));
    if (status == 429) {
      response.addHeaderObject(
          "Retry-After", new Header().description("Seconds to wait.").schema(text()));
    }
    return response;
  }

  private static Map<Integer, String> problems() {
    Map<Integer, String> problems =
        new TreeMap<>(
            Map.of(
                400, "The request cannot be read.",
                401, "The caller is not known.",
                403, "The caller lacks a scope.",
                404, "It does not exist, or belongs to another club.",
                409, "It does not fit the state of things.",
                413, "The body is larger than 8 MB.",
                415, "The body is not JSON.",
                422, "It was refused.",
                429, "Too many requests.",
                500, "Something went wrong here; nothing was changed."));
    problems.put(503, "The database cannot be reached just now.");
    return problems;
  }
}
