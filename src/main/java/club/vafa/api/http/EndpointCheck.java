package club.vafa.api.http;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Open;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Before an endpoint of the API or a page runs: does the caller hold the scopes it needs, and is
 * every query parameter one it knows? A misspelt filter would otherwise answer with the whole list.
 */
final class EndpointCheck implements HandlerInterceptor {
  private static final String OURS = "club.vafa.";

  private final ConcurrentHashMap<Method, Endpoint> endpoints = new ConcurrentHashMap<>();

  private record Endpoint(boolean open, Optional<Set<Scope>> needs, Set<String> parameters) {
    Endpoint {
      parameters = Set.copyOf(parameters);
    }
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && method.getBeanType().getName().startsWith(OURS)) {
      Endpoint endpoint = endpoints.computeIfAbsent(method.getMethod(), _ -> endpoint(method));
      checkScopes(endpoint, request, method);
      if (request.getQueryString() != null) {
        checkParameters(endpoint.parameters(), request.getParameterMap());
      }
    }
    return true;
  }

  private static Endpoint endpoint(HandlerMethod method) {
    Needs needs = method.getMethodAnnotation(Needs.class);
    Set<String> parameters =
        Arrays.stream(method.getMethodParameters())
            .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
            .map(EndpointCheck::name)
            .collect(Collectors.toCollection(HashSet::new));
    Takes takes = method.getMethodAnnotation(Takes.class);
    if (takes != null) {
      parameters.addAll(List.of(takes.value()));
    }
    return new Endpoint(
        method.hasMethodAnnotation(Open.class),
        Optional.ofNullable(needs).map(found -> Set.copyOf(List.of(found.value()))),
        parameters);
  }

  private static String name(MethodParameter parameter) {
    RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
    return annotation == null || annotation.name().isEmpty()
        ? parameter.getParameter().getName()
        : annotation.name();
  }

  private static void checkScopes(
      Endpoint endpoint, HttpServletRequest request, HandlerMethod method) {
    if (endpoint.open()) {
      return;
    }
    // However an address was spelled to get past the gate, it ends here.
    if (!(request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller)) {
      throw refused("", ApiCode.UNAUTHENTICATED, Map.of());
    }
    Set<Scope> needs =
        endpoint
            .needs()
            .orElseThrow(() -> new IllegalStateException(method + " does not say what it needs"));
    for (Scope scope : needs) {
      if (!caller.may(scope)) {
        throw refused("", ApiCode.SCOPE_MISSING, Map.of("scope", scope.text()));
      }
    }
  }

  private static void checkParameters(Set<String> known, Map<String, String[]> sent) {
    sent.forEach((name, values) -> {
      Map<String, Object> args = Map.of("name", Input.shortened(name));
      if (!known.contains(name) && !isOfAKnownKind(known, name)) {
        throw refused("", ApiCode.UNKNOWN_PARAMETER, args);
      }
      if (values.length != 1 || isUnclean(values[0])) {
        throw refused("", ApiCode.BAD_PARAMETER, args);
      }
    });
  }

  /** Names that begin alike are named once: {@code c_*}. */
  private static boolean isOfAKnownKind(Set<String> known, String name) {
    int line = name.indexOf('_');
    return line > 0 && known.contains(name.substring(0, line + 1) + "*");
  }

  private static boolean isUnclean(@Nullable String value) {
    if (value == null) {
      return false;
    }
    Input check = new Input();
    check.optionalText("", value, Integer.MAX_VALUE);
    return check.refusals().stream()
        .anyMatch(refusal -> refusal.code() == InputCode.INVALID_CHARACTERS);
  }

  private static InputRefused refused(String pointer, ApiCode code, Map<String, Object> args) {
    return new InputRefused(Collections.singletonList(Refusal.at(pointer, code, args)));
  }
}
