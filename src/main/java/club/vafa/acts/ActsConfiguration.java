package club.vafa.acts;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the scribe in the way of every request; it comes after the rights were checked. */
@Configuration(proxyBeanMethods = false)
class ActsConfiguration implements WebMvcConfigurer {
  private final Scribe scribe;

  ActsConfiguration(Scribe scribe) {
    this.scribe = scribe;
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(scribe).addPathPatterns("/v1/**", "/console/**", "/login").order(1);
  }
}
