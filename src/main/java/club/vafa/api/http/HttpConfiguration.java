package club.vafa.api.http;

import club.vafa.api.Caller;
import club.vafa.api.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the conventions in the way of every request. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration implements WebMvcConfigurer {
  private static final int SWALLOWED = 64 * 1024 * 1024;

  private final Json json;

  HttpConfiguration(Json json) {
    this.json = json;
  }

  @Override
  public void configureMessageConverters(ServerBuilder converters) {
    converters
        .withJsonConverter(new JsonConverter(json))
        .configureMessageConvertersList(all -> all.removeIf(HttpConfiguration::isNeverMeant));
  }

  /** Libraries on the class path bring XML and more; each would be asked about every answer. */
  private static boolean isNeverMeant(HttpMessageConverter<?> converter) {
    return !(converter instanceof JsonConverter
        || converter instanceof ByteArrayHttpMessageConverter
        || converter instanceof StringHttpMessageConverter
        || converter instanceof ResourceHttpMessageConverter);
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors
        .addInterceptor(new EndpointCheck())
        .addPathPatterns("/v1/**", "/console/**", "/till/**", "/me", "/me/**");
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new CallerArgument());
  }

  /**
   * Refusals that Tomcat makes before any filter runs are told as problems too, and a body that is
   * too large is read to its end, so that the sender gets to see the answer.
   */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat(
      ObjectProvider<PolledWay> polled) {
    return factory -> {
      factory.setProtocol(PolledProtocol.class.getName());
      factory.addContextCustomizers(context -> {
        if (context.getParent() instanceof StandardHost host) {
          host.setErrorReportValveClass(ProblemValve.class.getName());
        }
      });
      factory.addConnectorCustomizers(connector -> {
        connector.setProperty("maxSwallowSize", Integer.toString(SWALLOWED));
        if (connector.getProtocolHandler() instanceof PolledProtocol protocol) {
          polled.ifAvailable(protocol::lead);
        }
      });
    };
  }

  /** Gives controllers the {@link Caller} the gate found. */
  private static final class CallerArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
      if (asked != null && asked.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
        return caller;
      }
      throw new IllegalStateException("an endpoint that asks for its caller is open to all");
    }
  }
}
