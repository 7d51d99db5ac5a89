package club.vafa.portal.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The script that keeps the card for times without network. It lies at the top, because a browser
 * lets it care only for what lies below its own address.
 */
@Hidden
@Controller
class WorkerPage {
  private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");

  @GetMapping("/portal-worker.js")
  ResponseEntity<Resource> worker() {
    return ResponseEntity.ok()
        .contentType(SCRIPT)
        .cacheControl(CacheControl.noCache())
        .body(new ClassPathResource("static/ui/portal/worker.js"));
  }
}
