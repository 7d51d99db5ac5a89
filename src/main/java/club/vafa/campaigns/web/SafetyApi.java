package club.vafa.campaigns.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.SafetyForm;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a club lays down for all its campaigns, over HTTP. */
@RestController
class SafetyApi {
  private final Campaigns campaigns;
  private final Answers answers;

  SafetyApi(Campaigns campaigns, Answers answers) {
    this.campaigns = campaigns;
    this.answers = answers;
  }

  @GetMapping("/v1/safety")
  @Needs(Scope.SETTINGS_READ)
  @Gives(SafetyView.class)
  @Operation(operationId = "getSafety", summary = "What is laid down for all campaigns")
  SafetyView get(Caller caller) {
    return SafetyView.of(campaigns.safety(caller.club()));
  }

  /** Replaces all of it; what is missing is off. */
  @PutMapping("/v1/safety")
  @Needs(Scope.SETTINGS_WRITE)
  @Gives(SafetyView.class)
  @Operation(operationId = "layDownSafety", summary = "Lay down something for all campaigns")
  ResponseEntity<?> layDown(@RequestBody SafetyForm request, Caller caller) {
    return answers.ok(
        request.read("").then(safety -> campaigns.layDown(caller.club(), safety, caller.actor())),
        SafetyView::of);
  }
}
