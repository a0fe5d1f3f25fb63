package org.fxbb.readers.simulate;

import java.time.Instant;

/** One row of the maintenance registry. */
record MaintenanceWindow(
    PopProfile pop,
    String kind,
    Instant startsAt,
    Instant endsAt,
    Instant announcedAt,
    Instant approvedAt) {}
