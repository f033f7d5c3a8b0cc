package io.fleetline.dashboard;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** After a change of a projection: the tables are emptied, the job fills them again from the feed. */
@RestController
@RequestMapping("/dashboard/rebuild")
class RebuildController {

    private static final Logger log = LoggerFactory.getLogger(RebuildController.class);

    private final Projector projector;
    private final QueryCache cache;

    RebuildController(Projector projector, QueryCache cache) {
        this.projector = projector;
        this.cache = cache;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    public void rebuild() {
        projector.restart();
        cache.clear();
        log.warn("the dashboard tables are being rebuilt");
    }
}
