package org.fxbb.readers.snmp;

import java.util.List;
import org.fxbb.readers.json.RejectedRecord;
import org.fxbb.readers.json.SubmissionHeader;
import org.fxbb.readers.notice.Notice;

/**
 * One line of an SNMP agent's dump.
 *
 * <p><b>Source:</b> spec 4.5.
 *
 * @param polls interface polls, failed ones included
 * @param sessions session polls, failed ones included
 * @param rejected polls that were bad on their own; records of the line = polls + sessions +
 *     rejected
 * @param notices of the submission and its records, those of {@code rejected} not included
 */
public record SnmpSubmission(
    SubmissionHeader header,
    List<InterfacePoll> polls,
    List<SessionPoll> sessions,
    List<RejectedRecord> rejected,
    List<Notice> notices) {}
