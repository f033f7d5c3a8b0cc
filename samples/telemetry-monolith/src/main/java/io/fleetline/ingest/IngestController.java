package io.fleetline.ingest;

import java.time.Clock;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/ingest")
class IngestController {

    private final IngestService ingest;
    private final Clock clock;

    IngestController(IngestService ingest, Clock clock) {
        this.ingest = ingest;
        this.clock = clock;
    }

    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public Receipt receive(@RequestBody @Valid Batch batch) {
        int accepted = 0;
        for (String payload : batch.messages()) {
            if (ingest.accept(new RawMessage(batch.serial(), batch.protocol(), payload, clock.instant()))) {
                accepted++;
            }
        }
        return new Receipt(accepted, batch.messages().size() - accepted);
    }

    record Batch(@NotBlank String serial, @NotBlank String protocol, @NotEmpty @Size(max = 500) List<String> messages) {
    }

    record Receipt(int accepted, int rejected) {
    }
}
