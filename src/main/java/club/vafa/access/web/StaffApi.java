package club.vafa.access.web;

import club.vafa.access.AccessCode;
import club.vafa.access.NewStaff;
import club.vafa.access.Staff;
import club.vafa.access.StaffChange;
import club.vafa.access.StaffId;
import club.vafa.access.StaffList;
import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Staff. Their creation takes no Idempotency-Key: it would mean keeping a fast hash of a password,
 * and the login makes a repetition harmless anyway.
 */
@RestController
@Tag(name = "Access")
class StaffApi {
  private final StaffList staff;
  private final Answers answers;

  StaffApi(StaffList staff, Answers answers) {
    this.staff = staff;
    this.answers = answers;
  }

  @GetMapping("/v1/staff")
  @Needs(Scope.STAFF_READ)
  @Gives(value = Staff.class, list = true)
  @Operation(operationId = "listStaff", summary = "List staff")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    return answers.ok(Paging.read(limit, after), paging -> staff.list(caller.club(), paging));
  }

  @GetMapping("/v1/staff/{id}")
  @Needs(Scope.STAFF_READ)
  @Gives(Staff.class)
  @Operation(operationId = "getStaff", summary = "Get somebody of the staff")
  ResponseEntity<?> get(Caller caller, @PathVariable String id) {
    return answers.found(
        StaffId.parse(id).flatMap(found -> staff.find(caller.club(), found)),
        Refusal.of(AccessCode.STAFF_NOT_FOUND),
        found -> found);
  }

  @PostMapping("/v1/staff")
  @Needs(Scope.STAFF_WRITE)
  @Gives(value = Staff.class, status = 201)
  @Operation(operationId = "addStaff", summary = "Let somebody in")
  ResponseEntity<?> add(Caller caller, @RequestBody NewStaff in) {
    return answers.created(
        staff.add(caller, in), added -> "/v1/staff/" + added.id(), added -> added);
  }

  @PatchMapping("/v1/staff/{id}")
  @Needs(Scope.STAFF_WRITE)
  @Gives(Staff.class)
  @Operation(
      operationId = "changeStaff",
      summary = "Change or block somebody of the staff",
      description = "A new password and blocking end their logins.")
  ResponseEntity<?> change(
      Caller caller, @PathVariable String id, @RequestBody StaffChange change) {
    return answers.ok(
        StaffId.parse(id)
            .map(found -> staff.change(caller, found, change))
            .orElseGet(() -> Outcome.refused(Refusal.of(AccessCode.STAFF_NOT_FOUND))),
        changed -> changed);
  }
}
